package descent.question;

import descent.question.answer.WrittenAnswer;
import descent.question.answer.WrittenAnswer.Criterion;
import descent.question.drawn.Input;
import descent.question.tree.Fields;

/** A text in the learner's own words, marked by a rubric. */
public record Written(Basics basics, WrittenAnswer answer) implements Question {
    public Written {
        Option.different("criterion", answer.rubric(), Criterion::id);
    }

    static Written read(Basics basics, Fields fields) {
        var rubric = fields.list("rubric", Written::criterion);
        var sample = fields.text("sample");
        return fields.made(() -> new Written(basics, new WrittenAnswer(rubric, sample)));
    }

    private static Criterion criterion(Fields fields) {
        var id = fields.id("id");
        var criterion = fields.text("criterion");
        var points = fields.number("points");
        return fields.made(() -> new Criterion(id, criterion, points));
    }

    void ask(Draw draw) {
        draw.ask(new Input.Essay(Draw.ANSWER), answer);
    }
}
