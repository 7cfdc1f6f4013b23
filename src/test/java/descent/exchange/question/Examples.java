package descent.exchange.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Questions with what is difficult in their texts. */
final class Examples {
    private static final List<String> WORDS =
            List.of(
                    "loss",
                    "rate = 0.1",
                    "$\\frac{a}{b}$",
                    "~30",
                    "#tag",
                    "{x}",
                    "a\\b",
                    "50%",
                    "k: v",
                    "naïve",
                    "漢字",
                    "*bold*",
                    "x\\nabla",
                    "\"quoted\"",
                    "it's",
                    "1, 2; 3",
                    "\\= \\~",
                    "a & b",
                    "x > y",
                    "$\\nabla L$",
                    "😀",
                    "T",
                    "::",
                    "A. first");

    private Examples() {}

    private static String text(Random random, String start) {
        var words = new StringBuilder(start);
        for (int i = random.nextInt(6); i >= 0; i--) {
            words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    static Map<String, Object> question(Random random, int number) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", "q-" + number);
        tree.put("type", "");
        tree.put("text", text(random, "Question " + number));
        switch (random.nextInt(7)) {
            case 0 -> choice(tree, random, "single-choice", 1);
            case 1 -> choice(tree, random, "multiple-choice", 2);
            case 2 -> {
                tree.put("type", "true-false");
                tree.put("answer", random.nextBoolean());
                tree.put("feedback", Map.of("true", text(random, "t"), "false", text(random, "f")));
            }
            case 3 -> {
                tree.put("type", "numerical");
                tree.put("answer", BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3));
                tree.put("tolerance", Map.of("absolute", BigDecimal.valueOf(random.nextInt(9), 2)));
                tree.put(
                        "feedback", Map.of("right", text(random, "r"), "wrong", text(random, "w")));
            }
            case 4 -> {
                tree.put("type", "short-answer");
                tree.put(
                        "answers",
                        List.of(
                                Map.of("text", text(random, "a"), "feedback", text(random, "f")),
                                Map.of(
                                        "text",
                                        text(random, "b"),
                                        "fraction",
                                        new BigDecimal("0.5"),
                                        "feedback",
                                        text(random, "g"))));
                tree.put("feedback", Map.of("wrong", text(random, "w")));
            }
            case 5 -> {
                tree.put("type", "ordering");
                tree.put(
                        "items",
                        List.of(
                                Map.of("id", "a", "text", text(random, "first")),
                                Map.of("id", "b", "text", text(random, "second")),
                                Map.of("id", "c", "text", text(random, "third"))));
                tree.put(
                        "feedback", Map.of("right", text(random, "r"), "wrong", text(random, "w")));
            }
            default -> {
                tree.put("type", "matching");
                tree.put(
                        "pairs",
                        List.of(
                                Map.of(
                                        "id",
                                        "a",
                                        "left",
                                        text(random, "l"),
                                        "right",
                                        text(random, "r")),
                                Map.of(
                                        "id",
                                        "b",
                                        "left",
                                        text(random, "m"),
                                        "right",
                                        text(random, "s"))));
                tree.put("extra", List.of(text(random, "x")));
            }
        }
        tree.put("explanation", text(random, "Because"));
        return tree;
    }

    private static void choice(Map<String, Object> tree, Random random, String type, int correct) {
        tree.put("type", type);
        var options = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 4; i++) {
            options.add(
                    Map.of(
                            "id",
                            "abcd".substring(i, i + 1),
                            "text",
                            text(random, "option" + i),
                            "correct",
                            i < correct,
                            "feedback",
                            text(random, "said")));
        }
        tree.put("options", options);
    }
}
