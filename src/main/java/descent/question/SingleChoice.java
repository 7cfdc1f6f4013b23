package descent.question;

import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.tree.Fields;
import java.util.List;

/** One of the options is right. */
public record SingleChoice(Basics basics, List<Option> options) implements Question {
    public SingleChoice {
        options = checked(options);
    }

    static List<Option> checked(List<Option> options) {
        long correct = options.stream().filter(Option::correct).count();
        if (correct != 1) {
            throw new IllegalArgumentException(
                    "exactly one option must be correct, " + correct + " are");
        }
        return Option.checked(options);
    }

    static SingleChoice read(Basics basics, Fields fields) {
        var options = Option.readAll(fields);
        return fields.made(() -> new SingleChoice(basics, options));
    }

    void ask(Draw draw) {
        Option.ask(draw, Draw.ANSWER, options, Scoring.ALL_OR_NOTHING, false);
    }
}
