package descent.question;

import descent.question.answer.FormulaAnswer;
import descent.question.answer.FormulaAnswer.Slip;
import descent.question.drawn.Input;
import descent.question.notation.Expression;
import descent.question.notation.Interval;
import descent.question.tree.Fields;
import java.util.TreeSet;

/** A formula is asked for; every form of it is right. */
public record Formula(Basics basics, FormulaAnswer answer) implements Question {
    static Formula read(Basics basics, Fields fields) {
        var variables = fields.named("variables", ranges -> name -> range(ranges, name));
        var answer = fields.text("answer");
        var slips = fields.listOrNone("wrong-answers", Formula::slip);
        var said = Said.rightAndWrong(fields);
        return fields.made(() ->
                new Formula(
                        basics,
                        new FormulaAnswer(
                                answer, variables, 0, slips, said.right(), said.wrong())));
    }

    private static Interval range(Fields fields, String name) {
        if (!Expression.isVariable(name)) {
            fields.problem(
                    name,
                    "is no name of a variable: a letter, then letters, digits and _, and no"
                            + " function's");
        }
        var ends = fields.numbers(name);
        if (ends.size() != 2 || ends.get(0).compareTo(ends.get(1)) >= 0) {
            fields.problem(name, "must be [low, high]");
            return Interval.around(java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE);
        }
        return new Interval(ends.get(0), ends.get(1));
    }

    private static Slip slip(Fields fields) {
        var answer = fields.text("answer");
        var feedback = fields.text("feedback");
        return fields.made(() -> new Slip(answer, feedback));
    }

    void ask(Draw draw) {
        draw.ask(
                new Input.FormulaField(
                        Draw.ANSWER,
                        "",
                        new TreeSet<>(answer.variables().keySet()).stream().toList()),
                answer.at(draw.chance().of("points").bits()));
    }
}
