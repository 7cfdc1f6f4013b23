package descent.question;

import descent.question.answer.NumberAnswer;
import descent.question.answer.NumberAnswer.Slip;
import descent.question.answer.NumberAnswer.Unit;
import descent.question.drawn.Input;
import descent.question.notation.Interval;
import descent.question.tree.Fields;
import java.math.BigDecimal;

/** A number is asked for. */
public record Numerical(Basics basics, NumberAnswer answer) implements Question {
    static Numerical read(Basics basics, Fields fields) {
        var answer = answer(fields);
        return fields.made(() -> new Numerical(basics, answer));
    }

    /** What the key of a number needs, here and in the gap of a cloze. */
    static NumberAnswer answer(Fields fields) {
        var units = fields.listOrNone("units", Numerical::unit);
        var tolerance = Tolerance.read(fields);
        var range = fields.has("range") ? range(fields) : null;
        if (range != null && (fields.has("answer") || fields.has("tolerance"))) {
            fields.problem("range", "stands instead of answer and tolerance, not beside them");
        }
        var answer = range != null ? range.middle() : fields.number("answer");
        var accepted = range != null ? range : tolerance.around(answer);
        var slips = fields.listOrNone("wrong-answers", slip -> slip(slip, tolerance));
        var said = Said.rightWrongAndNear(fields);
        return fields.checked(() ->
                new NumberAnswer(
                        answer, accepted, units, slips, said.right(), said.wrong(), said.near()));
    }

    private static Interval range(Fields fields) {
        var ends = fields.numbers("range");
        return fields.checked(() -> {
            if (ends.size() != 2) {
                throw new IllegalArgumentException("range is [low, high]");
            }
            return new Interval(ends.get(0), ends.get(1));
        });
    }

    private static Unit unit(Fields fields) {
        var unit = fields.text("unit");
        var factor = fields.number("factor");
        return fields.made(() -> new Unit(unit, factor));
    }

    private static Slip slip(Fields fields, Tolerance otherwise) {
        var value = fields.number("value");
        var tolerance = fields.has("tolerance") ? Tolerance.read(fields) : otherwise;
        var feedback = fields.text("feedback");
        return fields.made(() -> new Slip(tolerance.around(value), feedback));
    }

    /** How far from the answer a number may be: one of the two is 0. */
    private record Tolerance(BigDecimal absolute, BigDecimal relative) {
        private static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO);

        Tolerance {
            if (absolute.signum() < 0 || relative.signum() < 0) {
                throw new IllegalArgumentException("tolerance must not be negative");
            }
            if (absolute.signum() > 0 && relative.signum() > 0) {
                throw new IllegalArgumentException("tolerance is absolute or relative, not both");
            }
        }

        static Tolerance read(Fields fields) {
            return fields.has("tolerance") ? fields.map("tolerance", Tolerance::one) : NONE;
        }

        private static Tolerance one(Fields fields) {
            var absolute = fields.numberOr("absolute", BigDecimal.ZERO);
            var relative = fields.numberOr("relative", BigDecimal.ZERO);
            return fields.made(() -> new Tolerance(absolute, relative));
        }

        Interval around(BigDecimal value) {
            return Interval.around(value, absolute.max(value.abs().multiply(relative)));
        }
    }

    static Input.NumberField field(String input, NumberAnswer answer) {
        return new Input.NumberField(input, "", answer.units().stream().map(Unit::unit).toList());
    }

    void ask(Draw draw) {
        draw.ask(field(Draw.ANSWER, answer), answer);
    }
}
