package descent.question.generator;

import descent.question.answer.NumberAnswer;
import descent.question.answer.NumberAnswer.Slip;
import descent.question.answer.NumberAnswer.Unit;
import descent.question.notation.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where a variant is written down: the text, its values, the steps of its solution, the key. */
final class Sheet {
    /** Rounded to three significant digits a number is off by at most half a percent of itself. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private static final BigDecimal NEAR_ZERO = new BigDecimal("0.0005");

    private record Mistake(double result, String feedback) {}

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private List<Unit> units = List.of();
    private String text = "";

    private Sheet() {}

    /** Begins a variant by its text; {@code %s} stand for the arguments. */
    static Sheet asking(String text, Object... arguments) {
        var sheet = new Sheet();
        sheet.text = text.formatted(arguments).strip();
        return sheet;
    }

    /** A value that an author's text may use. */
    Sheet value(String name, double value) {
        values.put(name, Figures.plain(value));
        return this;
    }

    Sheet value(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** A step of the solution. */
    Sheet step(String text, Object... arguments) {
        steps.add(text.formatted(arguments).strip());
        return this;
    }

    /** What comes out of a typical mistake. One that comes near the right answer is left out. */
    Sheet slip(double result, String feedback) {
        mistakes.add(new Mistake(result, feedback));
        return this;
    }

    /** Units in which the answer may be given, the base unit first. */
    Sheet units(Unit... units) {
        this.units = List.of(units);
        return this;
    }

    /**
     * Ends it with a whole number as its answer.
     *
     * @param wrong feedback to a wrong answer
     */
    Variant count(double answer, String wrong) {
        var exact = new BigDecimal(answer);
        return variant(exact, _ -> BigDecimal.ZERO, "", wrong);
    }

    /** Ends it with a real number as its answer, to be given with three digits. */
    Variant real(double answer, String wrong) {
        var exact = rounded(answer);
        return variant(
                exact,
                value -> value.signum() == 0 ? NEAR_ZERO : value.abs().multiply(TOLERANCE),
                "Give at least three significant digits.",
                wrong);
    }

    /**
     * Ends it with a number that has moved a little way from another one: the way must be right to
     * two percent, so that standing still is not near enough.
     */
    Variant moved(double answer, double from, String wrong) {
        double way = Math.abs(answer - from);
        int decimals = way == 0 ? 3 : (int) Math.ceil(StrictMath.log10(0.5 / (0.02 * way)));
        var tolerance =
                way == 0
                        ? NEAR_ZERO
                        : new BigDecimal(0.02 * way).round(new MathContext(2, RoundingMode.UP));
        return variant(
                rounded(answer),
                _ -> tolerance,
                decimals <= 0 ? "" : "Give at least " + Math.max(decimals, 2) + " decimals.",
                wrong);
    }

    private BigDecimal rounded(double answer) {
        if (!Double.isFinite(answer)) {
            throw new IllegalStateException("no answer to: " + text);
        }
        return BigDecimal.valueOf(answer).round(MathContext.DECIMAL32);
    }

    private Variant variant(
            BigDecimal answer, UnaryOperator<BigDecimal> tolerance, String note, String wrong) {
        var accepted = Interval.around(answer, tolerance.apply(answer));
        var slips = new ArrayList<Slip>();
        for (var mistake : mistakes) {
            if (Double.isFinite(mistake.result)) {
                var result = BigDecimal.valueOf(mistake.result);
                var values = Interval.around(result, tolerance.apply(result));
                if (!values.meets(accepted)) {
                    slips.add(new Slip(values, mistake.feedback));
                }
            }
        }
        var key = new NumberAnswer(answer, accepted, units, slips, "Right.", wrong, "");
        return new Variant(text, note, values, key, String.join("\n\n", steps));
    }
}
