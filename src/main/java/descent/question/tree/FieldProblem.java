package descent.question.tree;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param path from the root: names of fields ({@code String}) and places in lists, from 0 ({@code
 *     Integer})
 * @param message what is allowed there, and what was found
 */
public record FieldProblem(List<Object> path, String message) {
    public FieldProblem {
        path = List.copyOf(path);
    }

    /** The path as one writes it: {@code options[2].feedback}; empty for the whole. */
    public String where() {
        var text = new StringBuilder();
        for (var step : path) {
            if (step instanceof Integer place) {
                text.append('[').append(place).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : where() + ": " + message;
    }
}
