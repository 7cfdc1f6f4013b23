package descent.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.OutOfBounds;
import descent.engine.data.CsvTable.Target;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.engine.tensor.RandomStream;
import descent.engine.training.RunRecord;
import descent.testing.SecondLane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SecondLane
class CsvTableTest {
    private static Table read(String text) {
        return CsvTable.read(text, Optional.empty(), Target.GUESS);
    }

    /** Ten rows below a header, from a pattern that has the row's number as %d. */
    private static String rows(String header, String pattern) {
        var text = new StringBuilder(header);
        for (int i = 0; i < 10; i++) text.append('\n').append(pattern.replace("%d", "" + i));
        return text.toString();
    }

    @Test
    void theLastColumnIsTheTarget() {
        var table = read(rows("age,height,weight", "%d,1.%d,7%d.5"));
        assertEquals(List.of("age", "height", "weight"), table.columns());
        assertEquals(2, table.inputs());
        assertEquals(Task.REGRESSION, table.task());
        assertEquals(List.of(3.0, 1.3, 73.5), table.rows().get(3));
    }

    @Test
    void anyColumnMayBeTheTarget() {
        var table =
                CsvTable.read(
                        rows("age,height,weight", "%d,1.%d,7%d.5"),
                        Optional.of("height"),
                        Target.GUESS);
        assertEquals(List.of("age", "weight", "height"), table.columns());
        assertEquals(List.of(3.0, 73.5, 1.3), table.rows().get(3));
    }

    @Test
    void wordsAreClassesByTheirLetters() {
        var text = rows("size;kind", "0,%d;\"set; osa\"") + "\n-1,5e2 ; virginica\n\n";
        var table = read(text);
        assertEquals(List.of("set; osa", "virginica"), table.classes());
        assertEquals(List.of(-150.0, 1.0), table.rows().getLast());
        assertEquals(new Task(2), table.task());
    }

    @Test
    void fewWholeNumbersAreClassesBySizeUnlessSaidOtherwise() {
        var text = rows("", "0.%d,10") + "\n1,9\n2,9";
        assertEquals(List.of("9", "10"), read(text).classes());
        assertEquals(List.of("x1", "y"), read(text).columns());
        var numbers = CsvTable.read(text, Optional.empty(), Target.NUMBER);
        assertEquals(List.of(), numbers.classes());
        assertEquals(10.0, numbers.rows().getFirst().getLast());
    }

    @Test
    void quotesHoldSeparatorsLinesAndQuotes() {
        var lines = CsvLines.of("\uFEFFa,\"b \"\"c\"\"\",\"d\ne\"\r\n1,2,3", ',');
        assertEquals(List.of("a", "b \"c\"", "d\ne"), lines.getFirst().cells());
        assertEquals(3, lines.getLast().number());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a,b~1,2~3,x~     | line 1: there must be 10 to 5000 rows of 2 columns, found 2
                    a,a~1,2          | line 1: two columns are called "a"
                    a,~1,2           | line 1: column 2 needs a name of 1 to 60 characters
                    a~1              | line 1: there must be 2 to 65 columns, found 1
                    a,b~"1,2         | line 2: a quote is opened and never closed
                    a,b~#1,2~3       | line 12: 1 values where there are 2 columns
                    a,b~#1,2~,3      | line 12: column "a" is empty
                    a,b~#1,2~x,3     | line 12: column "a" must be a number between -1e9 and 1e9, was "x"
                    a,b~#1,2~1e10,3  | line 12: column "a" must be a number between -1e9 and 1e9, was "1e10"
                    a,b~#NaN,2~1,1   | line 2: column "a" must be a number between -1e9 and 1e9, was "NaN"
                    a,b~#1,2         | line 1: column "b" has 1 different values; there may be 2 to 20 classes
                    """)
    void refusedWithTheLine(String text, String message) {
        var rows = new StringBuilder();
        for (var line : text.split("~", -1))
            rows.append(
                    (line.substring(line.startsWith("#") ? 1 : 0) + "\n")
                            .repeat(line.startsWith("#") ? 10 : 1));
        assertEquals(
                message,
                assertThrows(CsvException.class, () -> read(rows.toString())).getMessage());
    }

    /** Each is as long as a text may be; what looks twice at what it has read takes minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"quotes", "columns", "blanks"})
    @Timeout(20)
    void longestTextIsRefusedAtOnce(String of) {
        var text =
                switch (of) {
                    case "quotes" -> "a" + "\"".repeat(1_999_999);
                    case "columns" ->
                            IntStream.range(0, 250_000)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(",", "a,", ""));
                    default -> " \"\"".repeat(600_000);
                };
        assertThrows(CsvException.class, () -> read(text));
    }

    @Test
    void aColumnThatIsNotThere() {
        var e =
                assertThrows(
                        CsvException.class,
                        () -> CsvTable.read(rows("a,b", "1,%d"), Optional.of("c"), Target.GUESS));
        assertEquals("line 1: there is no column \"c\"; there are a, b", e.getMessage());
    }

    @Test
    void aSpecHoldsTheTableAndItsHash() {
        var text = new StringBuilder("x1,x2,kind");
        for (int i = 0; i < 60; i++)
            text.append("\n%d,%d,%s".formatted(i % 7, i % 11, i % 7 > i % 11 ? "more" : "less"));
        var table = read(text.toString());
        var data =
                Map.of(
                        "kind",
                        "table",
                        "columns",
                        table.columns(),
                        "classes",
                        table.classes(),
                        "rows",
                        table.rows());
        var spec = ExperimentSpec.read(Map.of("data", data, "optimizer", "adam"));
        assertEquals(table, spec.data().source());
        assertTrue(spec.data().source().isOwn());
        assertTrue(
                spec.canonical()
                        .contains(
                                "{\"kind\":\"table\",\"columns\":[\"x1\",\"x2\",\"kind\"],\"classes\":[\"less\",\"more\"],\"rows\":[[0,0,0],[1,1,0],"),
                spec.canonical());
        var run = RunRecord.of(spec);
        assertTrue(run.figure("final.train.accuracy").orElseThrow() > 0.9);
        var other = new ArrayList<>(table.rows());
        other.set(0, List.of(0.5, 0.0, 0.0));
        var changed = new HashMap<String, Object>(data);
        changed.put("rows", other);
        assertNotEquals(spec.hash(), ExperimentSpec.read(Map.of("data", changed)).hash());
    }

    @Test
    void tablesThatDoNotFitAreRefused() {
        var columns = List.of("a", "b");
        var rows = Collections.nCopies(10, List.of(1.0, 1.0));
        var two = List.of("no", "yes");
        new Table(columns, two, rows, true);
        assertThrows(OutOfBounds.class, () -> new Table(List.of("a", "a"), two, rows, true));
        assertThrows(OutOfBounds.class, () -> new Table(columns, List.of("no"), rows, true));
        for (var row :
                List.of(
                        List.of(1.0),
                        List.of(1.0, 2.0),
                        List.of(1.0, -1.0),
                        List.of(1.0, 0.5),
                        List.of(Double.NaN, 0.0))) {
            var wrong = new ArrayList<>(rows);
            wrong.set(7, row);
            var e = assertThrows(OutOfBounds.class, () -> new Table(columns, two, wrong, true));
            assertEquals("rows[7]", e.field());
        }
        assertEquals(
                "data.rows[1][0] must be a number, was \"x\"",
                assertThrows(
                                SpecException.class,
                                () ->
                                        ExperimentSpec.read(
                                                Map.of(
                                                        "data",
                                                        Map.of(
                                                                "kind",
                                                                "table",
                                                                "columns",
                                                                columns,
                                                                "rows",
                                                                List.of(
                                                                        List.of(1, 2),
                                                                        List.of("x", 2))))))
                        .getMessage());
    }

    /** Rows of what tables are made of and of what they are not: a table, or an error by line. */
    @Test
    void noTextIsTooStrange() {
        String[] parts = {
            "1",
            "2.5",
            "-3",
            "1e3",
            "1e999",
            "NaN",
            "Infinity",
            "x",
            "ü",
            "",
            " ",
            "\"",
            "\"\"",
            "\"a,b\"",
            ",",
            ",",
            ",",
            ";",
            "\t",
            "\r\n",
            "\n",
            "\0",
            "1,2\n",
            "3,4\n",
            "\uFEFF",
            "9".repeat(400)
        };
        var random = RandomStream.of(2, RandomStream.Purpose.DATA);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            boolean tame = i % 2 == 0;
            for (int n = random.below(30); n >= 0; n--)
                text.append(tame ? random.below(9) + "," + random.below(3) + "\n" : "")
                        .append(
                                tame && random.below(20) > 0
                                        ? ""
                                        : parts[random.below(parts.length)]);
            try {
                var table = read(text.toString());
                assertTrue(table.size() >= 10 && table.inputs() >= 1);
                for (var row : table.rows())
                    for (double number : row) assertTrue(Double.isFinite(number));
                read++;
            } catch (CsvException e) {
                assertTrue(e.line() >= 1 && e.getMessage().length() < 400, e.getMessage());
            }
        }
        assertTrue(read > 100, "read " + read);
    }
}
