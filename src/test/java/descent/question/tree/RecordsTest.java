package descent.question.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {
    sealed interface Shape {
        record RoundThing(BigDecimal radius) implements Shape {}

        record Box(int sides, List<String> names) implements Shape {}
    }

    enum Colour {
        DARK_RED,
        BLUE
    }

    record Picture(
            String title,
            Colour colour,
            boolean framed,
            long seed,
            List<Shape> shapes,
            Map<String, Shape> named) {}

    private static final Picture PICTURE =
            new Picture(
                    "two",
                    Colour.DARK_RED,
                    true,
                    Long.MIN_VALUE,
                    List.of(
                            new Shape.RoundThing(new BigDecimal("0.5")),
                            new Shape.Box(4, List.of("a"))),
                    Map.of("x", new Shape.Box(3, List.of())));

    @Test
    void recordComesBackAsItWas() {
        var text = Json.write(Records.tree(PICTURE));
        assertEquals(
                """
                {"colour":"dark-red","framed":true,"named":{"x":{"is":"box","names":[],"sides":3}},\
                "seed":-9223372036854775808,\
                "shapes":[{"is":"round-thing","radius":0.5},{"is":"box","names":["a"],"sides":4}],\
                "title":"two"}\
                """,
                text);
        assertEquals(PICTURE, Records.read(Json.read(text), Picture.class));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var text = Json.write(Records.tree(PICTURE));
        for (var broken :
                List.of(
                        text.replace("dark-red", "green"),
                        text.replace("true", "\"true\""),
                        text.replace("box", "sphere"),
                        text.replace("\"title\"", "\"name\""),
                        text.replace("\"sides\":4", "\"sides\":4.5"),
                        text.replace("\"sides\":4", "\"sides\":\"4\""),
                        "[]",
                        "7")) {
            assertThrows(
                    RuntimeException.class,
                    () -> Records.read(Json.read(broken), Picture.class),
                    broken);
        }
    }
}
