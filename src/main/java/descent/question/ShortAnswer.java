package descent.question;

import descent.question.answer.Fraction;
import descent.question.answer.TextAnswer;
import descent.question.answer.TextAnswer.Accepted;
import descent.question.drawn.Input;
import descent.question.tree.Fields;
import java.math.BigDecimal;

/** A word or a few are asked for. */
public record ShortAnswer(Basics basics, TextAnswer answer) implements Question {
    static ShortAnswer read(Basics basics, Fields fields) {
        var answer = answer(fields);
        return fields.made(() -> new ShortAnswer(basics, answer));
    }

    /** What the key of a text needs, here and in the gap of a cloze. */
    static TextAnswer answer(Fields fields) {
        var answers = fields.list("answers", ShortAnswer::accepted);
        boolean caseSensitive = fields.flagOr("case-sensitive", false);
        var wrong = Said.wrongOnly(fields);
        return fields.checked(() -> new TextAnswer(answers, caseSensitive, wrong));
    }

    private static Accepted accepted(Fields fields) {
        var text = fields.text("text");
        var fraction = fields.numberOr("fraction", BigDecimal.ONE);
        var feedback = fields.text("feedback");
        return fields.made(() -> new Accepted(text, new Fraction(fraction), feedback));
    }

    void ask(Draw draw) {
        draw.ask(new Input.TextField(Draw.ANSWER, ""), answer);
    }
}
