package descent.question.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void oneValueStandsForItself() throws NotUnderstood {
        assertEquals(new BigDecimal("0.1"), Settings.read(" 0.1 "));
        assertEquals("adam", Settings.read("adam"));
        assertEquals(true, Settings.read("true"));
        assertEquals(List.of(), Settings.read("[]"));
    }

    @Test
    void namesStandInLinesOrBehindCommas() throws NotUnderstood {
        var expected =
                Map.of(
                        "kind",
                        "adam",
                        "learningRate",
                        new BigDecimal("0.001"),
                        "inner",
                        Map.of("list", List.of("a", BigDecimal.TWO)));
        for (var text :
                List.of(
                        "kind: adam\nlearningRate: 1e-3\r\ninner: {list: [a, 2]}",
                        "kind:adam,learningRate:1e-3,inner:{list:[a,2,],}",
                        "{\"kind\": \"adam\", \"learningRate\": 0.001, \"inner\": {\"list\":"
                                + " [\"a\", 2]}}",
                        "\n"
                                + " kind: adam\n\n"
                                + " learningRate: 0.00100\n"
                                + " inner: {\n"
                                + " list: [\n"
                                + " a\n"
                                + " 2\n"
                                + " ]\n"
                                + " }\n")) {
            assertEquals(expected, Settings.read(text), text);
            assertEquals(expected, Settings.read(Settings.write(Settings.read(text))));
            assertEquals(expected, Settings.read(Settings.inLine(Settings.read(text))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {a: 1            | is missing
                    a: 1, a: 2       | there twice
                    a:               | a name or a value is missing
                    : 1              | a name or a value is missing
                    [1] 2            | one value is expected
                    {a: {b: }}       | a name or a value is missing
                    "a               | a quotation mark is missing
                    a b: 1 {         | a comma, a new line
                    """)
    void nonsenseIsToldWhatIsExpected(String text, String reason) {
        var refused = assertThrows(NotUnderstood.class, () -> Settings.read(text));
        assertTrue(refused.reason().contains(reason), refused.reason());
    }

    @Test
    void deepNestingIsRefusedWithoutHarm() {
        assertThrows(NotUnderstood.class, () -> Settings.read("[".repeat(20_000)));
    }
}
