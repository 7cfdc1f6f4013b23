package descent.question;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.question.QuestionReader.UnreadableQuestion;
import descent.question.chance.Chance;
import descent.question.tree.FieldProblem;
import descent.testing.SecondLane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@SecondLane
class QuestionReaderTest {
    private static List<String> problems(String fields) {
        return assertThrows(
                        UnreadableQuestion.class,
                        () -> QuestionReader.read(Yaml.tree(Yaml.withCommon(fields))))
                .problems()
                .stream()
                .map(FieldProblem::toString)
                .toList();
    }

    @Test
    void everyTypeIsRead() {
        assertEquals(14, Examples.questions().count());
    }

    @Test
    void unknownTypeIsRefusedWithThoseThereAre() {
        assertTrue(
                problems("type: essay\n")
                        .getFirst()
                        .startsWith("type: must be one of cloze, experiment, formula,"),
                problems("type: essay\n").toString());
        assertEquals(List.of("type: is missing: a text"), problems(""));
    }

    @Test
    void commonFieldsAreNamedWhenMissing() {
        var refused =
                assertThrows(
                        UnreadableQuestion.class,
                        () ->
                                QuestionReader.read(
                                        Map.of(
                                                "type", "true-false",
                                                "answer", "maybe",
                                                "difficulty", "brutal")));
        assertEquals(
                """
                text: is missing: a text
                explanation: is missing: a text
                concept: is missing: a text
                section: is missing: a text
                difficulty: must be one of easy, medium, hard; was 'brutal'
                id: is missing: a text
                answer: must be true or false, was 'maybe'
                feedback: is missing: a map of fields\
                """,
                String.join(
                        "\n", refused.problems().stream().map(FieldProblem::toString).toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    single-choice   | options: [{id: a, text: A, feedback: f}, {id: b, text: B, feedback: f}] | exactly one option must be correct, 0 are
                    single-choice   | options: [{id: a, text: A, feedback: f, correct: true}] | 2 to 12 options are expected, there are 1
                    single-choice   | options: [{id: a, text: A, feedback: f, correct: true}, {id: a, text: B, feedback: f}] | two options have the id a
                    single-choice   | options: [{id: a, text: Big rate, feedback: f, correct: true}, {id: b, text: big  RATE, feedback: f}] | two options read 'big  RATE'
                    single-choice   | options: [{id: a, text: A, correct: true}, {id: b, text: B, feedback: f}] | options[0].feedback: is missing: a text
                    single-choice   | options: [{id: a, text: A, correct: 1, feedback: f}, {id: b, text: B, feedback: f}] | options[0].correct: must be true or false, was 1
                    multiple-choice | options: [{id: a, text: A, feedback: f}, {id: b, text: B, feedback: f}] | at least one option must be correct
                    multiple-choice | {scoring: any, options: [{id: a, text: A, feedback: f, correct: true}, {id: b, text: B, feedback: f}]} | scoring: must be one of all-or-nothing, proportional, proportional-with-penalty; was 'any'
                    numerical       | {answer: many, feedback: {right: r, wrong: w}} | answer: must be a number, was 'many'
                    numerical       | {answer: 1, range: [1, 2], feedback: {right: r, wrong: w}} | range: stands instead of answer and tolerance, not beside them
                    numerical       | {range: [2, 1], feedback: {right: r, wrong: w}} | a range goes from low to high, was 2 to 1
                    numerical       | {range: [2], feedback: {right: r, wrong: w}} | range is [low, high]
                    numerical       | {answer: 1, tolerance: {absolute: 1, relative: 1}, feedback: {right: r, wrong: w}} | tolerance: tolerance is absolute or relative, not both
                    numerical       | {answer: 1, tolerance: {absolute: -1}, feedback: {right: r, wrong: w}} | tolerance: tolerance must not be negative
                    numerical       | {answer: 1, units: [{unit: ms, factor: 0.001}], feedback: {right: r, wrong: w}} | one of the units must have factor 1
                    numerical       | {answer: 1, units: [{unit: s, factor: 1}, {unit: s, factor: 2}], feedback: {right: r, wrong: w}} | units must differ, twice is s
                    numerical       | {answer: 1, units: [{unit: s, factor: 0}], feedback: {right: r, wrong: w}} | units[0]: factor must be positive, was 0
                    numerical       | {answer: 1, feedback: {right: r}} | feedback.wrong: is missing: a text
                    numerical       | {answer: 1, tolerence: 2, feedback: {right: r, wrong: w}} | tolerence: is not known here
                    short-answer    | {answers: [{text: a, fraction: 0.5, feedback: f}], feedback: {wrong: w}} | one of the answers must have fraction 1
                    short-answer    | {answers: [{text: a, fraction: 2, feedback: f}], feedback: {wrong: w}} | answers[0]: a fraction is within -1 and 1, was 2
                    short-answer    | {answers: [{text: a, fraction: -1, feedback: f}], feedback: {wrong: w}} | answers[0]: fraction must be from 0 to 1, was -1
                    matching        | pairs: [{id: a, left: A, right: B, feedback: f}] | 2 pairs or more are matched
                    matching        | pairs: [{id: a, left: A, right: B, feedback: f}, {id: b, left: C, right: b, feedback: f}] | there must be 2 right sides or more to choose of
                    matching        | {pairs: [{id: a, left: A, right: B, feedback: f}, {id: b, left: C, right: D, feedback: f}], extra: [d]} | extra right side 'd' belongs to a pair
                    ordering        | {items: [{id: a, text: A}, {id: b, text: B}], feedback: {right: r, wrong: w}} | 3 to 12 items are expected, there are 2
                    cloze           | "{text: 'a {{b}}', gaps: [{id: c, kind: numerical, answer: 1, feedback: {right: r, wrong: w}}]}" | each gap stands once in the text: it has [b], gaps has [c]
                    cloze           | "{text: '{{b}} {{b}}', gaps: [{id: b, kind: numerical, answer: 1, feedback: {right: r, wrong: w}}]}" | each gap stands once in the text: it has [b, b], gaps has [b]
                    cloze           | "{text: '{{b}}', gaps: [{id: b, kind: essay}]}" | gaps[0].kind: must be one of choice, numerical, text; was 'essay'
                    hot-spot        | {figure: f, alternative: a, regions: [{id: a, shape: [0, 0, 101, 1], label: l, feedback: f}]} | regions[0]: shape is [x, y, width, height] within 0 and 100, was [0, 0, 101, 1]
                    hot-spot        | {figure: f, alternative: a, regions: [{id: a, shape: [0, 0, 1], label: l, feedback: f}]} | regions[0].shape: must be [x, y, width, height]
                    hot-spot        | {figure: f, alternative: a, regions: [{id: a, shape: [0, 0, 1, 1], label: l, correct: true, feedback: f}]} | at least one region must be correct, and at least one not
                    formula         | {variables: {x: [0, 1]}, answer: 2*y, feedback: {right: r, wrong: w}} | 2*y: 'y' is not known here
                    formula         | {variables: {exp: [0, 1]}, answer: 2, feedback: {right: r, wrong: w}} | variables.exp: is no name of a variable
                    formula         | {variables: {x: [1, 0]}, answer: 2*x, feedback: {right: r, wrong: w}} | variables.x: must be [low, high]
                    formula         | {variables: {x: [1, 2]}, answer: log(-x), feedback: {right: r, wrong: w}} | log(-x) has no value in most of the variables' ranges
                    formula         | {variables: {x: [1, 2]}, answer: 2x, wrong-answers: [{answer: x+x, feedback: f}], feedback: {right: r, wrong: w}} | wrong answer x+x equals the right one
                    written         | {rubric: [], sample: s} | a rubric has at least one criterion
                    written         | {rubric: [{id: a, criterion: c, points: 0}], sample: s} | rubric[0]: points must be positive, was 0
                    experiment      | {task: t, start: {stop: {steps: -9}}, free: [a], target: {figure: f, below: 1}, feedback: {reached: r, missed: m}} | start: stop.steps must be
                    experiment      | {task: t, start: {data: {kind: sine}, network: {layers: []}}, free: [optimizer.rate], target: {figure: f, below: 1}, feedback: {reached: r, missed: m}} | free: a spec has no optimizer.rate
                    experiment      | {task: t, start: {data: {kind: sine}, network: {layers: []}}, free: [batch], limits: {money: 1}, target: {figure: f, above: 1}, feedback: {reached: r, missed: m}} | limits: money is none
                    """)
    void mistakeIsNamedWithItsFieldAndWhatIsAllowed(String type, String fields, String problem) {
        var tree = new LinkedHashMap<Object, Object>(Yaml.tree(Yaml.withCommon("type: " + type)));
        tree.putAll(Yaml.tree(fields));
        var found =
                assertThrows(UnreadableQuestion.class, () -> QuestionReader.read(tree)).problems();
        assertTrue(
                found.stream().anyMatch(p -> p.toString().startsWith(problem)), found.toString());
    }

    /** Trees that went wrong in every way: a question, or the one documented exception. */
    @ParameterizedTest
    @MethodSource("descent.question.Examples#trees")
    void brokenTreesAreRefusedAndNothingElseHappens(Map<?, ?> tree) {
        var chance = new Chance(tree.hashCode());
        for (int i = 0; i < 2_000; i++) {
            var broken = mutated(tree, chance);
            Question question;
            try {
                question = QuestionReader.read((Map<?, ?>) broken);
            } catch (UnreadableQuestion e) {
                assertFalse(e.problems().isEmpty());
                continue;
            }
            assertNotNull(assertDoesNotThrow(() -> question.draw(1), broken::toString));
        }
    }

    /** One place of the tree is lost, doubled, or holds something else. */
    private static Object mutated(Object tree, Chance chance) {
        return switch (tree) {
            case Map<?, ?> map when !map.isEmpty() -> {
                var copy = new LinkedHashMap<Object, Object>(map);
                var name = chance.oneOf(new ArrayList<>(copy.keySet()));
                switch (chance.below(6)) {
                    case 0 -> copy.remove(name);
                    case 1 -> copy.put(odd(chance), odd(chance));
                    default -> copy.put(name, mutated(copy.get(name), chance));
                }
                yield copy;
            }
            case List<?> list when !list.isEmpty() -> {
                var copy = new ArrayList<Object>(list);
                int at = chance.below(copy.size());
                switch (chance.below(6)) {
                    case 0 -> copy.remove(at);
                    case 1 -> copy.add(copy.get(at));
                    default -> copy.set(at, mutated(copy.get(at), chance));
                }
                yield copy;
            }
            default -> odd(chance);
        };
    }

    private static Object odd(Chance chance) {
        return chance.oneOf(
                List.of(
                        "",
                        " ",
                        "x",
                        "<script>",
                        "{{x}}",
                        "1e999",
                        "a\0b",
                        "\ud800",
                        "x".repeat(30_000),
                        true,
                        false,
                        0,
                        -1,
                        3,
                        1e308,
                        Double.NaN,
                        Integer.MIN_VALUE,
                        List.of(),
                        Map.of(),
                        List.of(1, 2),
                        Map.of("a", 1),
                        new Object()));
    }
}
