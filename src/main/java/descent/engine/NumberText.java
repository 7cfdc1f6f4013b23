package descent.engine;

import java.math.BigDecimal;

/** Numbers as people and canonical texts write them: 1, 0.001, 1e-8; valid in JSON and YAML. */
public final class NumberText {
    private NumberText() {}

    /**
     * @param value finite
     * @return the shortest decimal that reads back as the same double
     */
    public static String of(double value) {
        return shortened(Double.toString(value));
    }

    /**
     * @param value finite
     * @return the shortest decimal that reads back as the same float
     */
    public static String of(float value) {
        return shortened(Float.toString(value));
    }

    private static String shortened(String java) {
        if (java.endsWith(".0")) java = java.substring(0, java.length() - 2);
        if (java.equals("-0")) return "0";
        if (java.indexOf('E') < 0) return java;
        var decimal = new BigDecimal(java).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -5 && exponent <= 15) return decimal.toPlainString();
        var digits = decimal.unscaledValue().toString();
        int sign = digits.startsWith("-") ? 1 : 0;
        var fraction = digits.substring(sign + 1);
        return digits.substring(0, sign + 1)
                + (fraction.isEmpty() ? "" : "." + fraction)
                + "e"
                + exponent;
    }
}
