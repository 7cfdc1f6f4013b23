package descent.engine.data;

import descent.engine.OutOfBounds;
import java.util.regex.Pattern;

/** A number that a network gets, computed from an example's inputs x1, x2, …. */
sealed interface Feature {
    double of(double[] x);

    record Power(int input, int exponent) implements Feature {
        @Override
        public double of(double[] x) {
            double value = 1;
            for (int i = 0; i < exponent; i++) value *= x[input];
            return value;
        }
    }

    record Product(int first, int second) implements Feature {
        @Override
        public double of(double[] x) {
            return x[first] * x[second];
        }
    }

    record Sine(int input) implements Feature {
        @Override
        public double of(double[] x) {
            return StrictMath.sin(x[input]);
        }
    }

    record Cosine(int input) implements Feature {
        @Override
        public double of(double[] x) {
            return StrictMath.cos(x[input]);
        }
    }

    Pattern POWER = Pattern.compile("x(\\d{1,4})(?:\\^(\\d{1,2}))?");
    Pattern PRODUCT = Pattern.compile("x(\\d{1,4})\\*x(\\d{1,4})");
    Pattern WAVE = Pattern.compile("(sin|cos)\\(x(\\d{1,4})\\)");

    /**
     * @param text as in x1, x1^3, x1*x2, sin(x1), cos(x2)
     * @param inputs how many there are
     * @throws OutOfBounds where it is none of these
     */
    static Feature parse(String text, int inputs) {
        var power = POWER.matcher(text);
        if (power.matches()) {
            int exponent = power.group(2) == null ? 1 : Integer.parseInt(power.group(2));
            if (exponent >= 1 && exponent <= 12)
                return new Power(input(power.group(1), inputs, text), exponent);
        }
        var product = PRODUCT.matcher(text);
        if (product.matches())
            return new Product(
                    input(product.group(1), inputs, text), input(product.group(2), inputs, text));
        var wave = WAVE.matcher(text);
        if (wave.matches()) {
            int input = input(wave.group(2), inputs, text);
            return wave.group(1).equals("sin") ? new Sine(input) : new Cosine(input);
        }
        throw refused(text, inputs);
    }

    private static int input(String number, int inputs, String text) {
        int i = Integer.parseInt(number);
        if (i < 1 || i > inputs) throw refused(text, inputs);
        return i - 1;
    }

    private static OutOfBounds refused(String text, int inputs) {
        return new OutOfBounds(
                "features",
                "like x1, x1^2 (to ^12), x1*x2, sin(x1) or cos(x1), with inputs x1 to x" + inputs,
                "\"" + text + "\"");
    }
}
