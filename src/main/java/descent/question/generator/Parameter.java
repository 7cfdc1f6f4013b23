package descent.question.generator;

import descent.question.chance.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Something about a variant that an author may bound. */
public sealed interface Parameter {
    String name();

    /** What holds when the author says nothing. */
    Bound usual();

    /**
     * @return the bound as it is
     * @throws IllegalArgumentException when it allows what this parameter does not, or nothing
     */
    Bound checked(Bound bound);

    /** A number drawn from steps of equal width, or from 1, 2, 5, 10, 20, 50 … and their parts. */
    record Number(
            String name, BigDecimal least, BigDecimal most, Bound.Numbers usual, BigDecimal step)
            implements Parameter {
        private static final int MOST_CHOICES = 10_000;

        @Override
        public Bound checked(Bound bound) {
            if (!(bound instanceof Bound.Numbers numbers)) {
                throw refused();
            }
            if (numbers.low().compareTo(least) < 0
                    || numbers.high().compareTo(most) > 0
                    || numbers.low().compareTo(numbers.high()) > 0
                    || isWhole() && numbers.low().stripTrailingZeros().scale() > 0) {
                throw refused();
            }
            if (numbers.low().compareTo(numbers.high()) < 0 && choices(numbers).isEmpty()) {
                throw new IllegalArgumentException(
                        "there is nothing to draw from %s to %s: it goes in steps of %s"
                                .formatted(numbers.low(), numbers.high(), steps()));
            }
            return bound;
        }

        BigDecimal draw(Bound.Numbers bound, Chance chance) {
            if (bound.low().compareTo(bound.high()) == 0) {
                return bound.low();
            }
            if (step.signum() > 0) {
                // wide ranges need no list
                var first = bound.low().divide(step, 0, RoundingMode.CEILING);
                var last = bound.high().divide(step, 0, RoundingMode.FLOOR);
                return BigDecimal.valueOf(
                                chance.whole(first.longValueExact(), last.longValueExact()))
                        .multiply(step);
            }
            return chance.oneOf(choices(bound));
        }

        private List<BigDecimal> choices(Bound.Numbers bound) {
            var choices = new ArrayList<BigDecimal>();
            if (step.signum() > 0) {
                var first = bound.low().divide(step, 0, RoundingMode.CEILING).multiply(step);
                if (first.compareTo(bound.high()) <= 0) {
                    choices.add(first);
                }
                return choices;
            }
            for (int power = -12; power <= 12 && choices.size() < MOST_CHOICES; power++) {
                for (int digit : new int[] {1, 2, 5}) {
                    var value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                    if (bound.low().compareTo(value) <= 0 && value.compareTo(bound.high()) <= 0) {
                        choices.add(value);
                    }
                }
            }
            return choices;
        }

        private boolean isWhole() {
            return step.compareTo(BigDecimal.ONE) == 0;
        }

        private String steps() {
            return step.signum() > 0 ? step.toPlainString() : "1, 2, 5, 10 and the like";
        }

        private IllegalArgumentException refused() {
            return new IllegalArgumentException(
                    "must be a %s from %s to %s, or a range [low, high] within"
                            .formatted(
                                    isWhole() ? "whole number" : "number",
                                    least.toPlainString(),
                                    most.toPlainString()));
        }
    }

    /** One of several names. */
    record Choice(String name, List<String> allowed, Bound.Names usual) implements Parameter {
        public Choice {
            allowed = List.copyOf(allowed);
        }

        @Override
        public Bound checked(Bound bound) {
            if (!(bound instanceof Bound.Names names)
                    || names.names().isEmpty()
                    || !allowed.containsAll(names.names())) {
                throw new IllegalArgumentException(
                        "must be one of %s, or a list of some of them"
                                .formatted(String.join(", ", allowed)));
            }
            return bound;
        }
    }

    static Parameter whole(String name, long least, long most, long low, long high) {
        return new Number(
                name,
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(most),
                new Bound.Numbers(BigDecimal.valueOf(low), BigDecimal.valueOf(high)),
                BigDecimal.ONE);
    }

    /** All as decimal texts, exactly. */
    static Parameter decimal(
            String name, String least, String most, String low, String high, String step) {
        return new Number(
                name,
                new BigDecimal(least),
                new BigDecimal(most),
                new Bound.Numbers(new BigDecimal(low), new BigDecimal(high)),
                new BigDecimal(step));
    }

    /** Drawn from 1, 2, 5, 10 and so on, and their parts. */
    static Parameter scale(String name, String least, String most, String low, String high) {
        return decimal(name, least, most, low, high, "0");
    }

    static Parameter names(String name, List<String> allowed, String... usual) {
        return new Choice(
                name, allowed, new Bound.Names(usual.length == 0 ? allowed : List.of(usual)));
    }
}
