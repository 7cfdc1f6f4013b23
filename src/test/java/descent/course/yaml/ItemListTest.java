package descent.course.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemListTest {
    private static final String FILE =
            """
            # The bank.
            questions:
              - id: one
                text: |
                  A heading:
                  # not a remark

              # What follows was hard to write.
              - id: two
                text:  'kept   as it is'
              - id: three
                text: last

            # The end.
            """;

    private static Map<String, Object> item(String id, Object text) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", id);
        item.put("text", text);
        return item;
    }

    private static ItemList list(String text) {
        return ItemList.read("questions", text).orElseThrow();
    }

    @Test
    void itemIsReplacedAndAllElseStaysAsItWasWritten() {
        var after = list(FILE).with(List.of(item("one", "changed"), item("four", "added")));
        assertEquals(
                FILE.replace(
                                "    text: |\n      A heading:\n      # not a remark\n",
                                "    text: changed\n")
                        .replace("text: last\n", "text: last\n  - id: four\n    text: added\n"),
                after);
        assertEquals("  - id: three\n    text: last\n", list(FILE).item("three"));
        assertEquals("", list(FILE).item("five"));
        assertEquals(FILE, list(FILE).with(List.of()));
    }

    @Test
    void fieldOfAnItemIsChangedAndAllElseStaysAsItWasWritten() {
        var file =
                """
                questions:
                  -   id: one   # the first
                      text: |
                        kind: not a field
                      # Why so hard?
                      level:  'hard'

                      cards:
                      - a
                      - b
                  - {id: two, text: in one line}
                """;
        var one = new LinkedHashMap<>(list(file).trees().get("one"));
        one.put("level", "easy");
        one.put("cards", List.of("a", "c"));
        one.put("more", 0.5);
        assertEquals(
                file.replace("level:  'hard'", "level: easy")
                        .replace("- a\n      - b\n", "  - a\n        - c\n      more: 0.5\n"),
                list(file).withFields("one", one));
        one.remove("level");
        assertEquals(List.of("id", "text", "cards", "more"), List.copyOf(one.keySet()));
        assertEquals(one, list(list(file).withFields("one", one)).trees().get("one"));

        var two = item("two", "on lines");
        assertEquals(
                file.replace("{id: two, text: in one line}", "id: two\n    text: on lines"),
                list(file).withFields("two", two));
    }

    @Test
    void topFieldIsChangedInItsPlace() {
        var file = "title: A  # as it is\nlessons:\n  - a\n  - b\ncast: {x: y}\n";
        assertEquals(
                file.replace("  - a\n  - b\n", "  - b\n"),
                ItemList.withTopField(file, "lessons", List.of("b")).orElseThrow());
        assertEquals(
                "lessons: [b, a]\n",
                ItemList.withTopField("lessons: [a, b]\n", "lessons", List.of("b", "a"))
                        .orElseThrow());
        assertTrue(ItemList.withTopField("{lessons: [a]}\n", "lessons", List.of()).isEmpty());
    }

    @Test
    void listBesideOthersIsChangedAlone() {
        var file =
                """
                title: A
                cards:
                  - id: a
                    text: x
                questions:
                # the first
                - id: one
                  text: |
                    Two
                    lines
                - id: two
                  text: y

                # the end
                more:
                  - id: z
                """;
        assertEquals(
                file.replace("text: y\n", "text: y\n- id: new\n  text: w\n"),
                list(file).with(List.of(item("new", "w"))));
        assertEquals(
                file + "others:\n  - id: new\n    text: w\n",
                ItemList.read("others", file).orElseThrow().with(List.of(item("new", "w"))));
        var one = list(file).trees().get("one");
        assertEquals(
                file.replace("- id: one\n  text: |\n    Two\n    lines\n- id: two\n  text: y\n", "")
                        .replace(
                                "# the first\n",
                                "# the first\n- id: new\n  text: w\n- id: one\n  text: |\n    Two\n    lines\n"),
                list(file).arranged(List.of(item("new", "w"), one)));
    }

    @Test
    void fileThatIsNoListIsAnItemAsAWhole() {
        var file = "title: A  # as it is\nminutes: 5\nquestions:\n  draw: 2\n";
        var list = ItemList.whole("final", file).orElseThrow();
        var test = new LinkedHashMap<>(list.trees().get("final"));
        test.put("minutes", 7);
        assertEquals(file.replace("5", "7"), list.withFields("final", test));
        assertTrue(ItemList.whole("final", "- a\n").isEmpty());
        var begun = ItemList.whole("final", "").orElseThrow();
        assertEquals("title: B\n", begun.withFields("final", Map.of("title", "B")));
    }

    @Test
    void newFileBegins() {
        assertEquals(
                "questions:\n  - id: one\n    text: first\n",
                list("").with(List.of(item("one", "first"))));
    }

    @Test
    void layoutWithoutLinesOfItsOwnIsNotTouched() {
        assertTrue(ItemList.read("questions", "questions: [{id: a}, {id: b}]\n").isEmpty());
        assertTrue(ItemList.read("questions", "questions: []\n").isEmpty());
        assertTrue(ItemList.read("questions", "- a\n").isEmpty());
        assertTrue(ItemList.read("questions", "no: [yaml\n").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "true",
                "no",
                "null",
                "~",
                "1",
                "1e5",
                ".5",
                "a: b",
                "a #b",
                "a:",
                "'",
                "\"q\"",
                "- x",
                "{a}",
                "[a](b)",
                "$\\frac{1}{2}$",
                "*x*",
                "&x",
                "!x",
                "%x",
                "@x",
                "`x`",
                "| x",
                "> x",
                "line\nline",
                "line\n\n    code\n",
                " leading",
                "trailing ",
                "tab\there",
                "\n\nblank first",
                "ends\n",
                "\u0001",
                "\u2028",
                "é ü 漢 😀",
                "#x",
                "x\n# y\n- z",
                "?",
                "? x",
                "-",
                "a\u00a0b"
            })
    void everyTextComesBackAsItIs(String text) {
        var options = List.of(item("a", text), item("b", List.of(text, "x-y")));
        var item = item("one", text);
        item.put("options", options);
        item.put("said", Map.of("wrong", text));
        item.put("rows", List.of(List.of(text, 1), List.of(2, List.of(text))));
        var notes = new FileNotes("f");
        var root = YamlText.parse(list("").with(List.of(item)), 1, notes).orElseThrow();
        assertEquals(Map.of("questions", List.of(item)), ((Mapping) root).plain());
    }
}
