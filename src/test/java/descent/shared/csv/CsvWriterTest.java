package descent.shared.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    private static String line(Object... cells) {
        var text = new CsvWriter().line(List.of(cells)).toString();
        return text.replace("\uFEFF", "").strip();
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertEquals(
                "plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"a;b\"",
                line("plain", "a,b", "say \"so\"", "two\nlines", "a;b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\"=1",
                "' =1",
                ";=1",
                "|x",
                "%x",
                "＝1"
            })
    void e16_textThatWouldBeAFormulaIsNone(String text) {
        var cell = line(text);
        assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), cell);
    }

    @Test
    void onlyWhatIsNotAsciiSaysThatItIsUtf8() {
        assertEquals("naïve\r\n", new CsvWriter().line(List.of("naïve")).toString().substring(1));
        assertEquals("plain\r\n", new CsvWriter().line(List.of("plain")).toString());
    }

    @Test
    void e16_numbersStayNumbers() {
        assertEquals("-0.5,1e3,7", line(new BigDecimal("-0.5"), "1e3", 7));
    }
}
