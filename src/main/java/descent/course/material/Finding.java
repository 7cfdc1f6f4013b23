package descent.course.material;

import java.util.Comparator;

/**
 * Something that is wrong with a content file, told to its author.
 *
 * @param file path within the content folder
 * @param line from 1
 * @param rule the short name of the rule that was broken, for example {@code missing-field}
 * @param message what is wrong and, where it is known, what would be right
 */
public record Finding(String file, int line, String rule, Severity severity, String message)
        implements Comparable<Finding> {
    public enum Severity {
        /** The part, or the item, cannot be shown as it was meant. */
        ERROR,
        /** It works, but is less than a lesson should be. */
        WARNING
    }

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::file)
                    .thenComparing(Finding::line)
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::message);

    public static Finding error(String file, int line, String rule, String message) {
        return new Finding(file, line, rule, Severity.ERROR, message);
    }

    public static Finding warning(String file, int line, String rule, String message) {
        return new Finding(file, line, rule, Severity.WARNING, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code file:line: rule: message}, as editors and build servers understand it. */
    @Override
    public String toString() {
        return "%s:%d: %s%s: %s".formatted(file, line, isError() ? "" : "warning ", rule, message);
    }
}
