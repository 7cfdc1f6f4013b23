package descent.course.proof;

import descent.course.material.Audiobook;
import descent.course.material.Concepts;
import descent.course.material.Conversation;
import descent.course.material.Course;
import descent.course.material.Glossary;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.MockTest;
import descent.course.material.Preset;
import descent.course.material.Preset.Claim;
import descent.course.material.Preset.Claim.Bound;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of Markdown on what a course holds: how much of each part each lesson has, the tests, and
 * every claim with what was measured.
 */
final class CourseReport {
    private record Column(String title, ToLongFunction<Lesson> amount) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("sections", l -> l.text().list(LessonText::sections).size()),
                    new Column("key concepts", l -> concepts(l, Concepts::keyConcepts)),
                    new Column("worked examples", l -> concepts(l, Concepts::workedExamples)),
                    new Column("memory aids", l -> concepts(l, Concepts::memoryAids)),
                    new Column("turns", l -> l.conversation().list(Conversation::turns).size()),
                    new Column("chapters", l -> l.audiobook().list(Audiobook::chapters).size()),
                    new Column("figures", l -> l.figures().size()),
                    new Column("flashcards", l -> l.cards().size()),
                    new Column("questions", l -> l.bank().size()),
                    new Column("generated", l -> questions(l, "generated")),
                    new Column("by experiment", l -> questions(l, "experiment")),
                    new Column("presets", l -> l.experiments().size()),
                    new Column("claims", l -> claims(l).count()));

    private static final MathContext DIGITS = new MathContext(4);

    private final Course course;
    private final Measured measured;

    CourseReport(Course course, Measured measured) {
        this.course = course;
        this.measured = measured;
    }

    String markdown() {
        return Stream.of("# " + course.title(), amounts(), tests(), claims())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String amounts() {
        var lessons = course.lessons();
        var titles = COLUMNS.stream().map(Column::title).toList();
        var rows = lessons.stream().map(l -> row(l.title(), amountsOf(List.of(l))));
        var all = row("all", amountsOf(lessons));
        return table("lesson", titles, Stream.concat(rows, Stream.of(all)))
                + "\n\nGlossary terms: "
                + course.glossary().list(Glossary::terms).size()
                + ".";
    }

    private static List<String> amountsOf(List<Lesson> lessons) {
        return COLUMNS.stream()
                .map(column -> lessons.stream().mapToLong(column.amount()).sum())
                .map(String::valueOf)
                .toList();
    }

    private String tests() {
        return "## Mock tests\n\n"
                + table(
                        "test",
                        List.of("questions", "minutes"),
                        course.mockTests().stream().map(CourseReport::test));
    }

    private static String test(MockTest test) {
        return row(
                test.title(), List.of(String.valueOf(test.size()), String.valueOf(test.minutes())));
    }

    private String claims() {
        return "## What presets claim, and what their runs gave\n\n"
                + table(
                        "preset",
                        List.of("claim", "measured", "bound"),
                        course.lessons().stream().flatMap(this::claimRows));
    }

    private Stream<String> claimRows(Lesson lesson) {
        return lesson.experiments().stream()
                .flatMap(preset -> preset.claims().stream().map(claim -> claimRow(preset, claim)));
    }

    private String claimRow(Preset preset, Claim claim) {
        var bound =
                switch (claim.bound()) {
                    case Bound.Number(double value) -> OptionalDouble.of(value);
                    case Bound.OtherFigure(var other) -> measured.figure(preset, other);
                };
        return row(
                preset.id(),
                List.of(
                        "`" + claim + "`",
                        number(measured.figure(preset, claim.figure())),
                        number(bound)));
    }

    private static String number(OptionalDouble figure) {
        return figure.isEmpty()
                ? "none"
                : new BigDecimal(figure.getAsDouble())
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replace("e+", "e");
    }

    private static String table(String first, List<String> titles, Stream<String> rows) {
        return Stream.concat(
                        Stream.of(row(first, titles), "|---|" + "---:|".repeat(titles.size())),
                        rows)
                .collect(Collectors.joining("\n"));
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |";
    }

    private static long concepts(Lesson lesson, Function<Concepts, List<?>> items) {
        return lesson.concepts().content().map(items).map(List::size).orElse(0);
    }

    private static long questions(Lesson lesson, String type) {
        return lesson.bank().stream().filter(question -> question.type().equals(type)).count();
    }

    private static Stream<Claim> claims(Lesson lesson) {
        return lesson.experiments().stream().flatMap(preset -> preset.claims().stream());
    }
}
