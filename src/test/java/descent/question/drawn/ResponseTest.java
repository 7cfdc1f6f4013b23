package descent.question.drawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
    private static Response of(String text) {
        return new Response(Map.of("answer", List.of(text)));
    }

    /** C23 */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_048, 2_049, 20_000})
    void textIsKeptExactly(int length) {
        for (var letter : List.of("x", "é", "😀", "\u202e", "\n", "\"", "\\", "\u0001")) {
            var response = of(letter.repeat(length));
            assertEquals(response, Response.read(response.json()));
            assertEquals(letter.repeat(length), response.to("answer").getFirst());
        }
    }

    /** C23 */
    @Test
    void oneCharacterMoreIsRefusedWithTheLimit() {
        assertEquals(
                "an answer has at most 20,000 characters, this one has 20,001",
                assertThrows(RefusedResponse.class, () -> of("😀".repeat(20_001))).getMessage());
        assertThrows(
                RefusedResponse.class,
                () ->
                        new Response(
                                Map.of(
                                        "a", List.of("x".repeat(15_000)),
                                        "b", List.of("x".repeat(5_001)))));
    }

    /** C23 */
    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "\ude00", "x\ud83dy"})
    void whatCannotBeStoredIsRefused(String text) {
        assertThrows(RefusedResponse.class, () -> of(text));
        assertThrows(RefusedResponse.class, () -> new Response(Map.of(text, List.of("x"))));
    }

    @Test
    void manyValuesAndLongNamesAreRefused() {
        var many = IntStream.range(0, 201).mapToObj(String::valueOf).toList();
        assertThrows(RefusedResponse.class, () -> new Response(Map.of("a", many)));
        assertThrows(
                RefusedResponse.class, () -> new Response(Map.of("a".repeat(101), List.of("x"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{\"a\":\"b\"}", "{\"a\":[1]}", "{\"a\":[[\"b\"]]}"})
    void textThatIsNoResponseIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> Response.read(json));
    }
}
