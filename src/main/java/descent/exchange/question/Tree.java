package descent.exchange.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Looks into trees that the question reader has found to be questions. */
final class Tree {
    private Tree() {}

    static String text(Map<?, ?> tree, String field) {
        return tree.get(field) == null ? "" : String.valueOf(tree.get(field));
    }

    static boolean flag(Map<?, ?> tree, String field) {
        return Boolean.TRUE.equals(tree.get(field));
    }

    static BigDecimal number(Map<?, ?> tree, String field, BigDecimal otherwise) {
        return tree.get(field) == null ? otherwise : new BigDecimal(text(tree, field));
    }

    static List<? extends Map<?, ?>> maps(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof List<?> list
                ? list.stream().map(item -> (Map<?, ?>) item).toList()
                : List.of();
    }

    static Map<?, ?> map(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Whether a question means the same without what no other program knows of its type. */
    static boolean travels(Map<?, ?> tree) {
        return tree.get("units") == null && !text(tree, "scoring").equals("all-or-nothing");
    }

    /** The percentage that each right option brings. */
    static BigDecimal share(Map<?, ?> tree) {
        long right = maps(tree, "options").stream().filter(o -> flag(o, "correct")).count();
        return BigDecimal.valueOf(100).divide(BigDecimal.valueOf(right), 5, RoundingMode.HALF_UP);
    }

    /** Whether wrong options cost what right ones bring. */
    static boolean penalty(Map<?, ?> tree) {
        return text(tree, "scoring").equals("proportional-with-penalty");
    }

    /** The key of a number, whichever way it is written. */
    static Sketch.Number number(Map<?, ?> tree) {
        if (tree.get("range") instanceof List<?> ends) {
            return Sketch.Number.between(
                    new BigDecimal(String.valueOf(ends.getFirst())),
                    new BigDecimal(String.valueOf(ends.getLast())));
        }
        var answer = number(tree, "answer", BigDecimal.ZERO);
        var tolerance = map(tree, "tolerance");
        var relative = number(tolerance, "relative", BigDecimal.ZERO);
        return new Sketch.Number(
                answer, number(tolerance, "absolute", answer.abs().multiply(relative)));
    }
}
