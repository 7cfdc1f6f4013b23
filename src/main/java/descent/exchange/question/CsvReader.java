package descent.exchange.question;

import descent.exchange.card.TableRows;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile.LeftOut;
import descent.exchange.question.Sketch.Answer;
import descent.exchange.question.Sketch.Number;
import descent.exchange.question.Sketch.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a table of questions, with commas or semicolons, as spreadsheets write it. */
final class CsvReader {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    static final Set<String> NEEDED = Set.of("type", "text");

    private final List<TravellingQuestion> good = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    QuestionFile read(String text) {
        var table = TableRows.of(text, separator(text));
        if (table.openLine() > 0) {
            throw new UnreadableFile(
                    "A quote of line %d is never closed.".formatted(table.openLine()));
        }
        var rows = table.rows();
        var names =
                rows.isEmpty()
                        ? List.<String>of()
                        : rows.getFirst().cells().stream()
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .toList();
        if (!names.containsAll(NEEDED)) {
            throw new UnreadableFile(
                    "The first line names the columns: type, text, answer 1, mark 1, feedback 1 and so on. Export some questions to see them all.");
        }
        if (rows.size() - 1 > QuestionFile.MOST_QUESTIONS) {
            throw new UnreadableFile(
                    "The file holds more than %,d questions: divide it."
                            .formatted(QuestionFile.MOST_QUESTIONS));
        }
        for (var row : rows.subList(1, rows.size())) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < Math.min(names.size(), row.cells().size()); i++) {
                cells.putIfAbsent(names.get(i), row.cells().get(i).strip());
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                question("line " + row.line(), cells);
            }
        }
        return new QuestionFile(good, leftOut);
    }

    /** The first line tells which of the two it is. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private void question(String place, Map<String, String> cells) {
        var text = cell(cells, "text");
        var id = cell(cells, "id");
        var sketch = new Sketch(place, id.isEmpty() ? "" : Ids.named(id), text);
        sketch.topic(Sketch.TOPIC.stream().map(each -> each + ":" + cell(cells, each)).toList());
        try {
            answers(sketch, cells);
        } catch (NumberFormatException e) {
            leftOut.add(new LeftOut(place, Sketch.start(text), "a number of it cannot be read"));
            return;
        } catch (IllegalArgumentException e) {
            leftOut.add(new LeftOut(place, Sketch.start(text), String.valueOf(e.getMessage())));
            return;
        }
        if (!cell(cells, "hint").isEmpty()) {
            sketch.put("hints", List.of(cell(cells, "hint")));
        }
        sketch.finish(cell(cells, "explanation"), good, leftOut);
    }

    private static void answers(Sketch sketch, Map<String, String> cells) {
        var type = cell(cells, "type").toLowerCase(Locale.ROOT);
        var unmarked = type.equals("short-answer") ? WHOLE : BigDecimal.ZERO;
        var right = cell(cells, "right");
        var wrong = cell(cells, "wrong");
        var answers =
                IntStream.rangeClosed(1, CsvTable.MOST_ANSWERS)
                        .filter(i ->
                                !cell(cells, "answer " + i).isEmpty()
                                        || !cell(cells, "match " + i).isEmpty())
                        .mapToObj(i ->
                                new Answer(
                                        cell(cells, "answer " + i),
                                        percent(cell(cells, "mark " + i), unmarked),
                                        cell(cells, "feedback " + i)))
                        .toList();
        switch (type) {
            case "single-choice" -> sketch.choice(answers, false);
            case "multiple-choice" -> {
                if (answers.stream().anyMatch(answer -> answer.percent().signum() < 0)) {
                    sketch.put("scoring", "proportional-with-penalty");
                }
                sketch.choice(answers, true);
            }
            case "true-false" -> {
                var is = cell(cells, "answer 1").toLowerCase(Locale.ROOT);
                if (!is.equals("true") && !is.equals("false")) {
                    throw new IllegalArgumentException("answer 1 is true or false");
                }
                boolean isTrue = is.equals("true");
                sketch.trueFalse(isTrue, isTrue ? right : wrong, isTrue ? wrong : right);
            }
            case "numerical" -> {
                var tolerance = cell(cells, "tolerance");
                sketch.numerical(
                        new Number(
                                Sketch.number(cell(cells, "answer 1")),
                                Sketch.number(tolerance.isEmpty() ? "0" : tolerance)),
                        right,
                        wrong);
            }
            case "short-answer" ->
                    sketch.shortAnswer(
                            answers, cell(cells, "case-sensitive").equalsIgnoreCase("true"), wrong);
            case "matching" ->
                    sketch.matching(
                            IntStream.rangeClosed(1, CsvTable.MOST_ANSWERS)
                                    .mapToObj(i ->
                                            new Pair(
                                                    cell(cells, "answer " + i),
                                                    cell(cells, "match " + i)))
                                    .filter(pair -> !pair.right().isEmpty())
                                    .toList());
            case "ordering" ->
                    sketch.ordering(answers.stream().map(Answer::text).toList(), right, wrong);
            default ->
                    throw new IllegalArgumentException(
                            "questions of the type \"%s\" are not in such tables"
                                    .formatted(cell(cells, "type")));
        }
    }

    private static BigDecimal percent(String mark, BigDecimal otherwise) {
        return mark.isEmpty() ? otherwise : Sketch.number(mark).min(WHOLE);
    }

    /** Without the apostrophe that keeps spreadsheets from computing it. */
    private static String cell(Map<String, String> cells, String name) {
        var text = cells.getOrDefault(name, "");
        boolean guarded =
                text.length() > 1
                        && text.charAt(0) == '\''
                        && CsvWriter.STARTS_A_FORMULA.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }
}
