package descent.game.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The questions of {@link QuickMaths}: exact in a few digits, so that the head is enough. */
final class MathsItems {
    static final int EACH = 12;

    /** What a template makes: a question and its answer. */
    record Sum(String task, String text, BigDecimal answer) {
        static Sum of(String task, String text, long answer) {
            return new Sum(task, text, BigDecimal.valueOf(answer));
        }
    }

    private static final List<List<Function<Random, Sum>>> LEVELS =
            List.of(
                    List.of(chance -> power(chance, 2, 7), MathsItems::relu),
                    List.of(MathsItems::step, chance -> power(chance, 5, 10)),
                    List.of(MathsItems::slope, MathsItems::exponent),
                    List.of(chance -> layer(chance, 2, 9), MathsItems::step),
                    List.of(MathsItems::stepsOfEpoch, MathsItems::squaredError),
                    List.of(MathsItems::polynomial, chance -> layer(chance, 10, 20)),
                    List.of(MathsItems::descent, MathsItems::convolution),
                    List.of(
                            MathsItems::momentum,
                            MathsItems::network,
                            chance -> power(chance, 10, 14)));

    private MathsItems() {}

    static List<Item> deal(Random chance) {
        var items = new ArrayList<Item>();
        for (int level = 1; level <= LEVELS.size(); level++) {
            var templates = LEVELS.get(level - 1);
            var distinct = new LinkedHashMap<String, Item>();
            // Templates with few variants repeat themselves: some tries more, then fewer questions.
            for (int i = 0; i < 3 * EACH && distinct.size() < EACH; i++) {
                var sum = templates.get(i % templates.size()).apply(chance);
                var answer = sum.answer().stripTrailingZeros().toPlainString();
                distinct.putIfAbsent(
                        sum.text(), new Item(sum.task(), sum.text(), "", List.of(answer), level));
            }
            items.addAll(distinct.values());
        }
        return items;
    }

    private static Sum power(Random chance, int low, int high) {
        int n = chance.nextInt(low, high + 1);
        return Sum.of("Power of two", "2%s = ?".formatted(raised(n)), 1L << n);
    }

    private static Sum exponent(Random chance) {
        int n = chance.nextInt(5, 13);
        return Sum.of("Power of two", "2 to which power is %,d?".formatted(1L << n), n);
    }

    private static Sum relu(Random chance) {
        int w = chance.nextInt(-4, 5);
        int x = chance.nextInt(1, 6);
        int b = chance.nextInt(-3, 4);
        return Sum.of(
                "ReLU unit",
                "w = %s, x = %d, b = %s: relu(wx + b) = ?".formatted(signed(w), x, signed(b)),
                Math.max(0, w * x + b));
    }

    private static Sum step(Random chance) {
        int w = chance.nextInt(-3, 8);
        int g = 2 * chance.nextInt(-5, 6);
        var rate = List.of("0.1", "0.5", "0.05").get(chance.nextInt(3));
        return new Sum(
                "Descent step",
                "w = %s, gradient %s, rate %s: w after one step?"
                        .formatted(signed(w), signed(g), rate),
                BigDecimal.valueOf(w)
                        .subtract(new BigDecimal(rate).multiply(BigDecimal.valueOf(g))));
    }

    private static Sum slope(Random chance) {
        int n = chance.nextInt(2, 4);
        int at = chance.nextInt(-4, 6);
        return Sum.of(
                "Derivative",
                "f(x) = x%s: f′(%s) = ?".formatted(raised(n), signed(at)),
                n == 2 ? 2L * at : 3L * at * at);
    }

    private static Sum polynomial(Random chance) {
        int a = chance.nextInt(2, 6);
        int b = chance.nextInt(1, 10);
        int at = chance.nextInt(-3, 6);
        boolean minus = chance.nextBoolean();
        return Sum.of(
                "Derivative",
                "f(x) = %dx² %s %dx: f′(%s) = ?".formatted(a, minus ? "−" : "+", b, signed(at)),
                2L * a * at + (minus ? -b : b));
    }

    private static Sum layer(Random chance, int low, int high) {
        int in = chance.nextInt(low, high + 1);
        int units = chance.nextInt(2, 11);
        return Sum.of(
                "Parameters",
                "Dense layer, %d inputs, %d units, with biases: parameters?".formatted(in, units),
                (long) in * units + units);
    }

    private static Sum network(Random chance) {
        int in = chance.nextInt(2, 7);
        int hidden = chance.nextInt(2, 11);
        int out = chance.nextInt(1, 5);
        return Sum.of(
                "Parameters",
                "Dense network %d–%d–%d, with biases: parameters?".formatted(in, hidden, out),
                (long) (in + 1) * hidden + (hidden + 1) * out);
    }

    private static Sum convolution(Random chance) {
        int in = chance.nextInt(1, 5);
        int out = chance.nextInt(2, 9);
        return Sum.of(
                "Parameters",
                "Convolution 3 × 3, %d channels in, %d out, with biases: parameters?"
                        .formatted(in, out),
                9L * in * out + out);
    }

    private static Sum stepsOfEpoch(Random chance) {
        int batch = List.of(10, 16, 20, 32, 50).get(chance.nextInt(5));
        int full = chance.nextInt(3, 13);
        int rest = chance.nextInt(0, batch);
        return Sum.of(
                "Epoch",
                "%d examples, batches of %d, the last may be smaller: steps per epoch?"
                        .formatted(full * batch + rest, batch),
                full + (rest > 0 ? 1 : 0));
    }

    private static Sum squaredError(Random chance) {
        int a = chance.nextInt(0, 8);
        int b = chance.nextInt(0, 8);
        return new Sum(
                "Loss",
                "Two errors, %d and %s: mean squared error?".formatted(a, signed(-b)),
                BigDecimal.valueOf((long) a * a + (long) b * b).divide(BigDecimal.valueOf(2)));
    }

    private static Sum descent(Random chance) {
        int a = chance.nextInt(1, 5);
        int x = chance.nextInt(-5, 11);
        var rate = List.of("0.1", "0.25", "0.5").get(chance.nextInt(3));
        return new Sum(
                "Descent step",
                "L(w) = %sw², w = %s, rate %s: w after one step?"
                        .formatted(a == 1 ? "" : a, signed(x), rate),
                BigDecimal.valueOf(x)
                        .subtract(new BigDecimal(rate).multiply(BigDecimal.valueOf(2L * a * x))));
    }

    private static Sum momentum(Random chance) {
        int v = 2 * chance.nextInt(-5, 6);
        int g = chance.nextInt(-6, 7);
        var kept = List.of("0.5", "0.9").get(chance.nextInt(2));
        return new Sum(
                "Momentum",
                "v ← %s v + g with v = %s, g = %s: new v?".formatted(kept, signed(v), signed(g)),
                new BigDecimal(kept).multiply(BigDecimal.valueOf(v)).add(BigDecimal.valueOf(g)));
    }

    private static String signed(int number) {
        return number < 0 ? "−" + -number : String.valueOf(number);
    }

    private static String raised(int exponent) {
        var digits = new StringBuilder();
        for (char digit : String.valueOf(exponent).toCharArray()) {
            digits.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return digits.toString();
    }
}
