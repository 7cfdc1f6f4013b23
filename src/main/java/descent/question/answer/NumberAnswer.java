package descent.question.answer;

import descent.question.notation.Interval;
import descent.question.notation.NotUnderstood;
import descent.question.notation.TypedNumber;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number within an interval, in any of several units.
 *
 * @param answer shown as the right one, in the base unit; within {@code accepted}
 * @param units the base unit with factor 1 and others; empty when the number has none
 * @param right feedback, Markdown, as are the others
 * @param near said instead of {@code wrong} when it is close to right; empty for nothing
 */
public record NumberAnswer(
        BigDecimal answer,
        Interval accepted,
        List<Unit> units,
        List<Slip> slips,
        String right,
        String wrong,
        String near)
        implements Answer {
    private static final BigDecimal NEAR_WIDTHS = BigDecimal.valueOf(5);
    private static final BigDecimal NEAR_EXACT = new BigDecimal("0.05");

    /** A number in this unit times {@code factor} is the number in the base unit. */
    public record Unit(String unit, BigDecimal factor) {
        public Unit {
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException("factor must be positive, was " + factor);
            }
        }
    }

    /** A typical mistake by its result, and what is said to it. */
    public record Slip(Interval values, String feedback) {}

    public NumberAnswer {
        units = List.copyOf(units);
        slips = List.copyOf(slips);
        if (!accepted.contains(answer)) {
            throw new IllegalArgumentException("answer " + answer + " is not accepted itself");
        }
        var names = units.stream().map(Unit::unit).toList();
        if (!TypedNumber.repeated(names).isEmpty()) {
            throw new IllegalArgumentException(
                    "units must differ, twice is " + TypedNumber.repeated(names).getFirst());
        }
        if (!units.isEmpty() && units.stream().noneMatch(NumberAnswer::isBase)) {
            throw new IllegalArgumentException("one of the units must have factor 1");
        }
    }

    @Override
    public Verdict judge(List<String> given) {
        BigDecimal value;
        try {
            var typed = TypedNumber.read(given.getFirst(), units.stream().map(Unit::unit).toList());
            value = typed.value().multiply(factor(typed.unit()));
        } catch (NotUnderstood e) {
            return Verdict.invalid(e.reason());
        }
        if (accepted.contains(value)) {
            return Verdict.of(Fraction.ONE, right);
        }
        for (var slip : slips) {
            if (slip.values.contains(value)) {
                return Verdict.of(Fraction.ZERO, slip.feedback);
            }
        }
        return Verdict.of(Fraction.ZERO, !near.isEmpty() && isNear(value) ? near : wrong);
    }

    private boolean isNear(BigDecimal value) {
        var by =
                accepted.width().signum() > 0
                        ? accepted.width().multiply(NEAR_WIDTHS)
                        : answer.abs().multiply(NEAR_EXACT);
        return accepted.widened(by).contains(value);
    }

    private BigDecimal factor(String unit) {
        return units.stream()
                .filter(known -> known.unit.equals(unit))
                .map(Unit::factor)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    private static boolean isBase(Unit unit) {
        return unit.factor.compareTo(BigDecimal.ONE) == 0;
    }

    @Override
    public List<String> model() {
        var base = units.stream().filter(NumberAnswer::isBase).map(Unit::unit).findFirst();
        return List.of(new TypedNumber(answer, base.orElse("")).text());
    }
}
