package descent.question;

import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.tree.Fields;
import java.util.List;

/**
 * A statement that is true or false.
 *
 * @param ifTrue feedback to who says true; {@code ifFalse} to who says false
 */
public record TrueFalse(Basics basics, boolean answer, String ifTrue, String ifFalse)
        implements Question {
    static TrueFalse read(Basics basics, Fields fields) {
        boolean answer = fields.flag("answer");
        var said =
                fields.map(
                        "feedback",
                        feedback -> {
                            var ifTrue = feedback.text("true");
                            var ifFalse = feedback.text("false");
                            return feedback.made(() -> List.of(ifTrue, ifFalse));
                        });
        return fields.made(() -> new TrueFalse(basics, answer, said.get(0), said.get(1)));
    }

    void ask(Draw draw) {
        var options =
                List.of(
                        new Option("true", "True", ifTrue, answer, true),
                        new Option("false", "False", ifFalse, !answer, true));
        Option.ask(draw, Draw.ANSWER, options, Scoring.ALL_OR_NOTHING, false);
    }
}
