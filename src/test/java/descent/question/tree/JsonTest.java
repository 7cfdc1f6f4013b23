package descent.question.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void equalTreesHaveEqualTexts() {
        var one = Map.of("b", List.of(new BigDecimal("1.50"), true), "a", "x\n\"\\");
        assertEquals("{\"a\":\"x\\u000a\\\"\\\\\",\"b\":[1.5,true]}", Json.write(one));
        assertEquals(Json.write(one), Json.write(Json.read(Json.write(one))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "é",
                "日本語",
                "😀",
                "\u0001\t",
                "\u202eright to left",
                "a\\u0041",
                "</script>"
            })
    void everyTextComesBackAsItWas(String text) {
        assertEquals(text, Json.read(Json.write(text)));
        assertEquals(Map.of(text, text), Json.read(Json.write(Map.of(text, text))));
    }

    @Test
    void escapesAreRead() {
        assertEquals("é/\b\f\n\r\t", Json.read("\"\\u00e9\\/\\b\\f\\n\\r\\t\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "nul",
                "null",
                "NaN",
                "Infinity",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "1e99999",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "[1] 2",
                "{\"a\":1,\"a\":2}",
                "'a'",
                "\"a\nb\"",
                "tru",
                "-"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.read(text));
    }

    @Test
    void deepNestingIsRefusedNotOverflown() {
        assertThrows(IllegalArgumentException.class, () -> Json.read("[".repeat(100_000)));
        assertThrows(IllegalArgumentException.class, () -> Json.read("{\"a\":".repeat(100_000)));
    }
}
