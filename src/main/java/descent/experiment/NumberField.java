package descent.experiment;

import descent.engine.NumberText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a form: what was typed stays, and what is wrong with it is said.
 *
 * @param name of the field, in addresses too
 * @param problem what the number must be; null when it is
 */
public record NumberField(
        String name,
        String label,
        double min,
        double max,
        boolean whole,
        String text,
        @Nullable String problem) {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?([0-9]{1,20}\\.?[0-9]{0,20}|\\.[0-9]{1,20})([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST = 60;

    /**
     * @param typed what came in; null when nothing did, and then it is {@code usual}
     */
    public static NumberField of(
            String name,
            String label,
            double min,
            double max,
            double usual,
            @Nullable String typed) {
        return read(name, label, min, max, false, usual, typed);
    }

    /** The same for whole numbers. */
    public static NumberField whole(
            String name, String label, int min, int max, int usual, @Nullable String typed) {
        return read(name, label, min, max, true, usual, typed);
    }

    private static NumberField read(
            String name,
            String label,
            double min,
            double max,
            boolean whole,
            double usual,
            @Nullable String typed) {
        var text = typed == null ? NumberText.of(usual) : typed.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        var field = new NumberField(name, label, min, max, whole, text, null);
        return field.isRight()
                ? field
                : new NumberField(name, label, min, max, whole, text, field.allowed());
    }

    private boolean isRight() {
        if (!NUMBER.matcher(text).matches()) {
            return false;
        }
        double value = value();
        return value >= min && value <= max && (!whole || value == Math.rint(value));
    }

    private String allowed() {
        return "%s must be a %s from %s to %s, %s."
                .formatted(
                        label,
                        whole ? "whole number" : "number",
                        NumberText.of(min),
                        NumberText.of(max),
                        text.isEmpty() ? "and is empty" : "was \"" + text + "\"");
    }

    /** Of a field without a problem. */
    public double value() {
        // Adding 0 makes -0 a plain 0.
        return Double.parseDouble(text) + 0.0;
    }

    /** As {@code min} and {@code max} of the input. */
    public String least() {
        return NumberText.of(min);
    }

    public String most() {
        return NumberText.of(max);
    }

    /** As the {@code step} of the input. */
    public String step() {
        return whole ? "1" : "any";
    }
}
