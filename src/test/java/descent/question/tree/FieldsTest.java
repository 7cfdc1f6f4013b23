package descent.question.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
    record Leaf(String id, String text) {}

    record Tree(String name, boolean tall, List<Leaf> leaves) {
        Tree {
            if (leaves.isEmpty()) {
                throw new IllegalArgumentException("a tree has leaves");
            }
        }
    }

    private static Tree tree(Fields fields) {
        var name = fields.text("name");
        boolean tall = fields.flagOr("tall", false);
        var leaves =
                fields.list(
                        "leaves",
                        leaf -> {
                            var id = leaf.id("id");
                            var text = leaf.text("text");
                            return leaf.made(() -> new Leaf(id, text));
                        });
        return fields.made(() -> new Tree(name, tall, leaves));
    }

    @Test
    void goodTreeGivesTheValue() {
        var outcome =
                Fields.read(
                        Map.of(
                                "name",
                                "oak",
                                "leaves",
                                List.of(Map.of("id", "a", "text", "*green*"))),
                        FieldsTest::tree);
        assertEquals(new Tree("oak", false, List.of(new Leaf("a", "*green*"))), outcome.value());
    }

    @Test
    void allMistakesAreFoundAtOnce() {
        var leaf = new HashMap<String, Object>();
        leaf.put("id", "A b");
        leaf.put("text", null);
        var outcome =
                Fields.read(
                        Map.of(
                                "name",
                                List.of(),
                                "tall",
                                "yes",
                                "colour",
                                "green",
                                "leaves",
                                List.of(leaf, "leaf", Map.of("id", "b", "text", true))),
                        FieldsTest::tree);
        assertNull(outcome.value());
        assertEquals(
                List.of(
                        "name: must be a text, was a list",
                        "tall: must be true or false, was 'yes'",
                        "leaves[0].id: must be an id of a-z, 0-9 and hyphens, was 'A b'",
                        "leaves[0].text: is missing: a text",
                        "leaves[1]: must be a map of fields, was 'leaf'",
                        "leaves[2].text: must be a text, was true (yes, no, on, off, true and"
                                + " false need quotes to be texts)",
                        "colour: is not known here; known are name, tall, leaves"),
                outcome.problems().stream().map(FieldProblem::toString).toList());
    }

    @Test
    void whatTheConstructorRefusesIsAProblemOfTheWhole() {
        var outcome = Fields.read(Map.of("name", "oak", "leaves", List.of()), FieldsTest::tree);
        assertEquals(List.of(new FieldProblem(List.of(), "a tree has leaves")), outcome.problems());
    }

    @Test
    void numbersComeInManyTypes() {
        for (Object number : new Object[] {2, 2L, 2.0, 2f, "2", "2e0", "+2.0"}) {
            var outcome = Fields.read(Map.of("n", number), f -> f.number("n"));
            assertEquals(0, outcome.value().compareTo(java.math.BigDecimal.TWO), number.toString());
        }
        for (Object none :
                new Object[] {
                    "two",
                    "0x2",
                    "",
                    "1e99999",
                    "9".repeat(500),
                    true,
                    List.of(2),
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    new Date(0)
                }) {
            var outcome = Fields.read(Map.of("n", none), f -> f.number("n"));
            assertEquals(1, outcome.problems().size(), String.valueOf(none));
        }
    }

    @Test
    void numbersAreTextsWhereTextsAreAsked() {
        var outcome = Fields.read(Map.of("t", 0.25), f -> f.text("t"));
        assertEquals("0.25", outcome.value());
    }

    @Test
    void textsThatCannotBeKeptAreRefused() {
        for (var text : List.of("  ", "a\0b", "\ud800", "x".repeat(20_001))) {
            assertEquals(1, Fields.read(Map.of("t", text), f -> f.text("t")).problems().size());
        }
    }

    @Test
    void longListsAreRefused() {
        var many = new ArrayList<Object>();
        for (int i = 0; i < 101; i++) {
            many.add("x");
        }
        assertEquals(
                "l: may have 100 items, has 101",
                Fields.read(Map.of("l", many), f -> f.texts("l")).problems().getFirst().toString());
    }

    @Test
    void partOfTheTreeIsCopiedAsItIs() {
        var deep = new HashMap<String, Object>();
        deep.put("self", deep);
        assertEquals(1, Fields.read(Map.of("t", deep), f -> f.tree("t")).problems().size());
        var spec = Map.of("seed", 7, "layers", List.of(8, 8), "bias", true);
        var copy = Fields.read(Map.of("t", spec), f -> f.tree("t")).value();
        assertEquals("{\"bias\":true,\"layers\":[8,8],\"seed\":7}", Json.write(copy));
    }
}
