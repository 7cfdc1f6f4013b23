package descent.question;

import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.tree.Fields;
import java.util.List;
import java.util.Map;

/** Any number of the options is right, at least one. */
public record MultipleChoice(Basics basics, List<Option> options, Scoring scoring)
        implements Question {
    private static final Map<String, Scoring> SCORINGS =
            Map.of(
                    "all-or-nothing", Scoring.ALL_OR_NOTHING,
                    "proportional", Scoring.PROPORTIONAL,
                    "proportional-with-penalty", Scoring.PROPORTIONAL_WITH_PENALTY);

    public MultipleChoice {
        options = Option.checked(options);
        if (options.stream().noneMatch(Option::correct)) {
            throw new IllegalArgumentException(
                    "at least one option must be correct: where none would be, add"
                            + " \"none of these\"");
        }
    }

    static MultipleChoice read(Basics basics, Fields fields) {
        var options = Option.readAll(fields);
        var scoring =
                fields.has("scoring") ? fields.oneOf("scoring", SCORINGS) : Scoring.PROPORTIONAL;
        return fields.made(() -> new MultipleChoice(basics, options, scoring));
    }

    void ask(Draw draw) {
        Option.ask(draw, Draw.ANSWER, options, scoring, true);
    }
}
