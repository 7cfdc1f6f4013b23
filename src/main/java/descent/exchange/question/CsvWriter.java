package descent.exchange.question;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a table of questions; no cell of it is a formula to a spreadsheet. */
final class CsvWriter {
    static final String STARTS_A_FORMULA = "=+-@\t\r\n'";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final List<String> COLUMNS =
            Stream.concat(
                            Stream.of(
                                    "id",
                                    "type",
                                    "concept",
                                    "section",
                                    "difficulty",
                                    "text",
                                    "explanation",
                                    "hint",
                                    "right",
                                    "wrong",
                                    "tolerance",
                                    "case-sensitive"),
                            IntStream.rangeClosed(1, CsvTable.MOST_ANSWERS)
                                    .boxed()
                                    .flatMap(i ->
                                            Stream.of("answer ", "mark ", "match ", "feedback ")
                                                    .map(name -> name + i)))
                    .toList();

    private CsvWriter() {}

    static WrittenQuestions write(List<TravellingQuestion> questions) {
        var lines = new ArrayList<String>();
        var leftOut = new ArrayList<String>();
        lines.add(String.join(",", COLUMNS));
        for (var question : questions) {
            var cells = cells(question);
            if (cells.isEmpty()) {
                leftOut.add(question.id());
            } else {
                lines.add(
                        COLUMNS.stream()
                                .map(name -> cell(cells.getOrDefault(name, "")))
                                .collect(Collectors.joining(",")));
            }
        }
        var text = String.join("\r\n", lines) + "\r\n";
        return new WrittenQuestions(text.getBytes(StandardCharsets.UTF_8), leftOut);
    }

    /** Empty where a table cannot say it. */
    private static Map<String, String> cells(TravellingQuestion question) {
        var tree = question.tree();
        var cells = new HashMap<String, String>();
        boolean said =
                switch (question.type()) {
                    case "single-choice" -> options(tree, WHOLE, BigDecimal.ZERO, cells);
                    case "multiple-choice" -> {
                        var share = Tree.share(tree);
                        yield options(
                                tree,
                                share,
                                Tree.penalty(tree) ? share.negate() : BigDecimal.ZERO,
                                cells);
                    }
                    case "true-false" -> {
                        boolean right = Tree.flag(tree, "answer");
                        var feedback = Tree.map(tree, "feedback");
                        cells.put("answer 1", String.valueOf(right));
                        cells.put("right", Tree.text(feedback, String.valueOf(right)));
                        cells.put("wrong", Tree.text(feedback, String.valueOf(!right)));
                        yield true;
                    }
                    case "numerical" -> {
                        var key = Tree.number(tree);
                        cells.put("answer 1", key.value().toPlainString());
                        cells.put("tolerance", key.tolerance().toPlainString());
                        yield feedback(tree, cells);
                    }
                    case "short-answer" -> {
                        cells.put(
                                "case-sensitive", Tree.flag(tree, "case-sensitive") ? "true" : "");
                        int i = 0;
                        for (var answer : Tree.maps(tree, "answers")) {
                            i++;
                            cells.put("answer " + i, Tree.text(answer, "text"));
                            cells.put(
                                    "mark " + i,
                                    Tree.number(answer, "fraction", BigDecimal.ONE)
                                            .multiply(WHOLE)
                                            .stripTrailingZeros()
                                            .toPlainString());
                            cells.put("feedback " + i, Tree.text(answer, "feedback"));
                        }
                        yield feedback(tree, cells) && i <= CsvTable.MOST_ANSWERS;
                    }
                    case "matching" -> matching(tree, cells);
                    case "ordering" -> {
                        int i = 0;
                        for (var item : Tree.maps(tree, "items")) {
                            cells.put("answer " + ++i, Tree.text(item, "text"));
                        }
                        yield feedback(tree, cells) && i <= CsvTable.MOST_ANSWERS;
                    }
                    default -> false;
                };
        if (!said || !Tree.travels(tree)) {
            return Map.of();
        }
        for (var field :
                List.of("id", "type", "concept", "section", "difficulty", "text", "explanation")) {
            cells.put(field, question.text(field));
        }
        if (tree.get("hints") instanceof List<?> hints && !hints.isEmpty()) {
            cells.put("hint", String.valueOf(hints.getFirst()));
        }
        return cells;
    }

    private static boolean options(
            Map<?, ?> tree, BigDecimal ifRight, BigDecimal ifWrong, Map<String, String> cells) {
        int i = 0;
        for (var option : Tree.maps(tree, "options")) {
            i++;
            cells.put("answer " + i, Tree.text(option, "text"));
            var mark = Tree.flag(option, "correct") ? ifRight : ifWrong;
            cells.put("mark " + i, mark.signum() == 0 ? "" : mark.toPlainString());
            cells.put("feedback " + i, Tree.text(option, "feedback"));
        }
        return i <= CsvTable.MOST_ANSWERS;
    }

    private static boolean matching(Map<?, ?> tree, Map<String, String> cells) {
        int i = 0;
        for (var pair : Tree.maps(tree, "pairs")) {
            i++;
            cells.put("answer " + i, Tree.text(pair, "left"));
            cells.put("match " + i, Tree.text(pair, "right"));
        }
        if (tree.get("extra") instanceof List<?> extra) {
            for (var right : extra) {
                cells.put("match " + ++i, String.valueOf(right));
            }
        }
        return i <= CsvTable.MOST_ANSWERS;
    }

    private static boolean feedback(Map<?, ?> tree, Map<String, String> cells) {
        var said = Tree.map(tree, "feedback");
        cells.put("right", Tree.text(said, "right"));
        cells.put("wrong", Tree.text(said, "wrong"));
        return true;
    }

    /** Numbers stay numbers: a minus and digits are no formula. */
    private static String cell(String text) {
        boolean formula =
                !text.isEmpty()
                        && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                        && !text.matches("-[0-9]+(\\.[0-9]+)?");
        var safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> ",;\t\r\n\"".indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
