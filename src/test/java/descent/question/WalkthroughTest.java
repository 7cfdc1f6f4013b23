package descent.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.training.RunRecord;
import descent.question.answer.Fraction;
import descent.question.answer.Remark;
import descent.question.answer.State;
import descent.question.drawn.Asked;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Grader;
import descent.question.drawn.Grader.Graded;
import descent.question.drawn.Input;
import descent.question.drawn.Reading;
import descent.question.drawn.RefusedResponse;
import descent.question.drawn.Response;
import descent.testing.SecondLane;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each type from the author's file to the learner's grade. */
@SecondLane
class WalkthroughTest {
    private static final long SEED = 2026;

    @Test
    void singleChoice() {
        var drawn =
                draw(
                        """
                        type: single-choice
                        text: The rate is too large. What happens?
                        hints: [CANARY hint]
                        options:
                          - {id: canary-correct, text: It diverges., correct: true, feedback: CANARY yes}
                          - {id: canary-wrong, text: It is slow., feedback: CANARY slow}
                          - {id: all, text: All of the above., feedback: CANARY all, pinned: true}
                        """);
        assertNothingTold(drawn);
        var choice = (Input.Choice) drawn.asked().inputs().getFirst();
        assertEquals("All of the above.", choice.options().getLast().text());

        assertGrade(State.RIGHT, "1", answer(drawn, "answer", option(drawn, "It diverges.")));
        var wrong = answer(drawn, "answer", option(drawn, "It is slow."));
        assertGrade(State.WRONG, "0", wrong);
        assertEquals(
                List.of(new Remark(option(drawn, "It is slow."), "CANARY slow")),
                wrong.feedback().to("answer"));
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer"));
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer", ""));
        assertGrade(
                State.INVALID,
                "0",
                answer(
                        drawn,
                        "answer",
                        option(drawn, "It diverges."),
                        option(drawn, "It is slow.")));
        assertRefused(drawn, "answer", "canary-correct");
        assertRefused(drawn, "other", "x");

        assertEquals(
                List.of(option(drawn, "It diverges.")),
                drawn.solution().answers().getFirst().values());
        assertEquals(3, drawn.solution().answers().getFirst().remarks().size());
        assertEquals("CANARY explained", drawn.solution().explanation());
        assertEquals(List.of("CANARY hint"), drawn.key().hints());
        assertEquals("canary-correct", drawn.key().names().get(option(drawn, "It diverges.")));
    }

    @Test
    void multipleChoice() {
        var drawn =
                draw(
                        """
                        type: multiple-choice
                        scoring: proportional-with-penalty
                        options:
                          - {id: a, text: A, correct: true, feedback: CANARY a}
                          - {id: b, text: B, correct: true, feedback: CANARY b}
                          - {id: c, text: C, feedback: CANARY c}
                        """);
        assertNothingTold(drawn);
        var a = option(drawn, "A");
        var b = option(drawn, "B");
        var c = option(drawn, "C");
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", b, a));
        assertGrade(State.PARTIAL, "0.5", answer(drawn, "answer", a));
        assertGrade(State.WRONG, "-0.5", answer(drawn, "answer", a, c));
        assertGrade(State.WRONG, "-1", answer(drawn, "answer", c));
        assertGrade(State.PARTIAL, "0.5", answer(drawn, "answer", a, a));
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer"));
    }

    @Test
    void trueFalse() {
        var drawn =
                draw(
                        """
                        type: true-false
                        answer: false
                        feedback: {true: CANARY no, false: CANARY indeed}
                        """);
        assertNothingTold(drawn);
        assertEquals(
                List.of("True", "False"),
                ((Input.Choice) drawn.asked().inputs().getFirst())
                        .options().stream().map(Input.Option::text).toList());
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", option(drawn, "False")));
        assertEquals("CANARY no", said(answer(drawn, "answer", option(drawn, "True"))));
    }

    @Test
    void numerical() {
        var drawn =
                draw(
                        """
                        type: numerical
                        answer: 0.043
                        tolerance: {absolute: 0.0005}
                        units: [{unit: s, factor: 1}, {unit: ms, factor: 1e-3}]
                        feedback: {right: CANARY right, wrong: CANARY wrong, near: CANARY near}
                        wrong-answers:
                          - {value: 43, tolerance: {relative: 0.02}, feedback: CANARY those are milliseconds}
                        """);
        assertNothingTold(drawn);
        for (var right :
                List.of("0.043", "0.043 s", "43ms", "4.3e-2", "43 × 10^-3", "0,0435", "0.0425")) {
            assertGrade(State.RIGHT, "1", answer(drawn, "answer", right));
        }
        assertEquals("CANARY near", said(answer(drawn, "answer", "0.0436")));
        assertEquals("CANARY near", said(answer(drawn, "answer", "0.0475")));
        assertEquals("CANARY wrong", said(answer(drawn, "answer", "0.0496")));
        assertEquals("CANARY those are milliseconds", said(answer(drawn, "answer", "43")));
        assertGrade(State.WRONG, "0", answer(drawn, "answer", "43"));

        for (var nonsense : List.of("fast", "43 min", "1,00,00", "1/0", "NaN")) {
            var invalid = answer(drawn, "answer", nonsense);
            assertGrade(State.INVALID, "0", invalid);
        }
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer", "   "));
        assertEquals(
                new Reading.Understood("1000.5 ms"),
                drawn.asked().read(response("answer", "1,000.5 ms")).get("answer"));
        assertEquals(List.of("0.043 s"), drawn.solution().answers().getFirst().values());
    }

    @Test
    void numericalByRange() {
        var drawn =
                draw(
                        """
                        type: numerical
                        range: [10, 20]
                        feedback: {right: inside, wrong: outside}
                        """);
        for (var right : List.of("10", "20", "15.5", "2e1")) {
            assertGrade(State.RIGHT, "1", answer(drawn, "answer", right));
        }
        for (var wrong : List.of("9.999999", "20.0001", "-15")) {
            assertGrade(State.WRONG, "0", answer(drawn, "answer", wrong));
        }
    }

    @Test
    void shortAnswer() {
        var drawn =
                draw(
                        """
                        type: short-answer
                        answers:
                          - {text: canary gradient, feedback: CANARY yes}
                          - {text: '*canary*', fraction: 0.5, feedback: CANARY half}
                        feedback: {wrong: CANARY wrong}
                        """);
        assertNothingTold(drawn);
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", " Canary\u00a0GRADIENT "));
        assertGrade(State.PARTIAL, "0.5", answer(drawn, "answer", "the canary"));
        assertGrade(State.WRONG, "0", answer(drawn, "answer", "loss"));
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer", "\t"));
    }

    @Test
    void matching() {
        var drawn =
                draw(
                        """
                        type: matching
                        pairs:
                          - {id: canary-sgd, left: SGD, right: nothing, feedback: CANARY sgd}
                          - {id: canary-plain, left: plain descent, right: Nothing, feedback: CANARY plain}
                          - {id: canary-adam, left: Adam, right: two averages, feedback: CANARY adam}
                        extra: [three averages]
                        """);
        assertNothingTold(drawn);
        var sgd = input(drawn, "SGD");
        var plain = input(drawn, "plain descent");
        var adam = input(drawn, "Adam");
        assertEquals(3, drawn.asked().inputs().getFirst().choices().size());
        var nothing = option(drawn, "nothing");
        var two = option(drawn, "two averages");
        assertGrade(
                State.RIGHT,
                "1",
                grade(
                        drawn,
                        Map.of(
                                sgd,
                                List.of(nothing),
                                plain,
                                List.of(nothing),
                                adam,
                                List.of(two))));
        var partly = grade(drawn, Map.of(sgd, List.of(nothing), adam, List.of(nothing)));
        assertGrade(State.PARTIAL, "0.3333333333", partly);
        assertEquals(
                Map.of(sgd, State.RIGHT, plain, State.UNANSWERED, adam, State.WRONG),
                states(partly));
        assertEquals("CANARY adam", partly.feedback().to(adam).getFirst().text());
        assertEquals(List.of(), partly.feedback().to(plain));
        assertRefused(drawn, sgd, "canary-adam");
    }

    @Test
    void ordering() {
        var drawn =
                draw(
                        """
                        type: ordering
                        items:
                          - {id: canary-1, text: forward}
                          - {id: canary-2, text: loss}
                          - {id: canary-3, text: backward}
                          - {id: canary-4, text: update}
                        feedback: {right: CANARY right, wrong: CANARY wrong}
                        """);
        assertNothingTold(drawn);
        var forward = option(drawn, "forward");
        var loss = option(drawn, "loss");
        var backward = option(drawn, "backward");
        var update = option(drawn, "update");
        assertNotEquals(
                List.of(forward, loss, backward, update),
                drawn.asked().inputs().getFirst().choices());
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", forward, loss, backward, update));
        assertGrade(
                State.PARTIAL,
                "0.6666666667",
                answer(drawn, "answer", loss, backward, update, forward));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", forward, loss));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", forward, loss, loss, update));
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer", "", "", "", ""));
        assertRefused(drawn, "answer", "canary-1");
    }

    @Test
    void cloze() {
        var drawn =
                draw(
                        """
                        type: cloze
                        text: 'With {{canary-many}} examples and batches of 16 an epoch has {{canary-steps}} steps of {{canary-word}}.'
                        gaps:
                          - {id: canary-steps, kind: numerical, answer: 63, feedback: {right: CANARY r, wrong: CANARY w}}
                          - id: canary-many
                            kind: choice
                            options:
                              - {id: right, text: '1,000', correct: true, feedback: CANARY yes}
                              - {id: wrong, text: '100', feedback: CANARY no}
                          - id: canary-word
                            kind: text
                            answers: [{text: canary descent, feedback: CANARY d}]
                            feedback: {wrong: CANARY e}
                        """);
        assertNothingTold(drawn);
        var inputs = drawn.asked().inputs().stream().map(Input::id).toList();
        assertEquals(
                "With {{%s}} examples and batches of 16 an epoch has {{%s}} steps of {{%s}}."
                        .formatted(inputs.toArray()),
                drawn.asked().text());
        var right =
                Map.of(
                        inputs.get(0), List.of(option(drawn, "1,000")),
                        inputs.get(1), List.of("63"),
                        inputs.get(2), List.of("Canary descent"));
        assertGrade(State.RIGHT, "1", grade(drawn, right));

        var invalidGap = new HashMap<>(right);
        invalidGap.put(inputs.get(1), List.of("sixty-three"));
        assertGrade(State.INVALID, "0.6666666667", grade(drawn, invalidGap));
        var emptyGap = new HashMap<>(right);
        emptyGap.remove(inputs.get(2));
        assertGrade(State.PARTIAL, "0.6666666667", grade(drawn, emptyGap));
    }

    @Test
    void hotSpot() {
        var drawn =
                draw(
                        """
                        type: hot-spot
                        figure: figures/valley.svg
                        alternative: a valley with two slopes
                        regions:
                          - {id: canary-floor, shape: [40, 60, 20, 20.5], label: the floor, correct: true, feedback: CANARY yes}
                          - {id: canary-left, shape: [0, 0, 30, 50], label: the left slope, feedback: CANARY no}
                          - {id: canary-lake, shape: [60, 60, 10, 20], label: the lake, correct: true, feedback: CANARY also}
                        """);
        assertNothingTold(drawn);
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", region(drawn, "the floor")));
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", region(drawn, "the lake")));
        assertGrade(State.WRONG, "0", answer(drawn, "answer", region(drawn, "the left slope")));
        assertRefused(drawn, "answer", "canary-floor");
    }

    @Test
    void formula() {
        var drawn =
                draw(
                        """
                        type: formula
                        variables: {x: [-2, 2]}
                        answer: 2*x*exp(x^2)*1.0000000000
                        wrong-answers: [{answer: exp(x^2), feedback: CANARY inner derivative}]
                        feedback: {right: CANARY right, wrong: CANARY wrong}
                        """);
        assertFalse(drawn.asked().json().contains("1.0000000000"));
        assertNothingTold(drawn);
        assertGrade(State.RIGHT, "1", answer(drawn, "answer", "2x·exp(x²)"));
        assertEquals("CANARY inner derivative", said(answer(drawn, "answer", "e^(x*x)")));
        assertEquals("CANARY wrong", said(answer(drawn, "answer", "2x")));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", "2*y"));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", "sqrt(-1-x^2)"));
        assertEquals(
                new Reading.Understood("2*x"),
                drawn.asked().read(response("answer", "2x")).get("answer"));
    }

    @Test
    void written() {
        var drawn =
                draw(
                        """
                        type: written
                        rubric:
                          - {id: cause, criterion: CANARY names the cause, points: 2}
                          - {id: remedy, criterion: CANARY names a remedy, points: 1}
                        sample: CANARY sample
                        """);
        assertNothingTold(drawn);
        assertGrade(State.NEEDS_GRADING, "0", answer(drawn, "answer", "Because …"));
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer", ""));
        assertGrade(
                State.PARTIAL,
                "0.8333333333",
                Grader.marked(
                        drawn, Map.of("cause", BigDecimal.TWO, "remedy", new BigDecimal("0.5"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> Grader.marked(drawn, Map.of("cause", BigDecimal.TEN)));
    }

    @Test
    void experiment() {
        var drawn =
                draw(
                        """
                        type: experiment
                        task: Only the optimizer and the batch.
                        start:
                          seed: 7
                          data: {kind: sine, size: 60}
                          network: {layers: []}
                          optimizer: {kind: sgd, learningRate: 0.001}
                          stop: {steps: 20}
                        free: [optimizer, stop.steps]
                        limits: {steps: 20}
                        target: {figure: final.train.loss, below: 0.25}
                        feedback: {reached: CANARY yes, missed: CANARY no, over: CANARY steps}
                        """);
        assertNothingTold(drawn);
        assertGrade(State.UNANSWERED, "0", answer(drawn, "answer", "", ""));
        assertGrade(
                State.UNANSWERED,
                "0",
                answer(drawn, "answer", "learningRate: 1e-3\nkind: sgd", "20"));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", "kind: magic"));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", "learningRate: -1", ""));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", "kind sgd"));
        assertGrade(State.INVALID, "0", answer(drawn, "answer", "", "20", "7"));
        var over = answer(drawn, "answer", "adam", "21");
        assertGrade(State.WRONG, "0", over);
        assertEquals("CANARY steps", said(over));

        var better = response("answer", "{kind: sgd, learningRate: 0.2}", "");
        assertGrade(State.NEEDS_GRADING, "0", grade(drawn, better));
        var run = Grader.toRun(drawn, better).map(RunRecord::of);
        var reached = Grader.ran(drawn, run);
        assertGrade(State.RIGHT, "1", reached);
        assertEquals("CANARY yes", said(reached));
        var worse =
                Grader.toRun(drawn, response("answer", "learningRate: 1e-4")).map(RunRecord::of);
        assertGrade(State.WRONG, "0", Grader.ran(drawn, worse));
        var diverging = Grader.toRun(drawn, response("answer", "learningRate: 10"));
        assertGrade(State.WRONG, "0", Grader.ran(drawn, diverging.map(RunRecord::of)));
        assertEquals("CANARY no", said(Grader.ran(drawn, Optional.empty())));
    }

    /** G18: pinned options stay; every order of the others comes up about equally often. */
    @Test
    void g18_orderIsUniformButForPinnedOptions() {
        var question =
                Yaml.question(
                        """
                        type: single-choice
                        options:
                          - {id: a, text: A, correct: true, feedback: f}
                          - {id: none, text: None., feedback: f, pinned: true}
                          - {id: b, text: B, feedback: f}
                          - {id: c, text: C, feedback: f}
                        """);
        var counts = new HashMap<String, Integer>();
        for (long seed = 0; seed < 6_000; seed++) {
            var order = new StringBuilder();
            ((Input.Choice) question.draw(seed).asked().inputs().getFirst())
                    .options()
                    .forEach(option -> order.append(option.text()));
            counts.merge(order.toString(), 1, Integer::sum);
        }
        assertEquals(
                Set.of("ANone.BC", "ANone.CB", "BNone.AC", "BNone.CA", "CNone.AB", "CNone.BA"),
                counts.keySet());
        // binomial(6000, 1/6) has a deviation of 29
        counts.forEach((order, n) -> assertTrue(Math.abs(n - 1_000) < 150, order + " " + n));
    }

    /** G18: the same option has another name in every attempt, and one name within an attempt. */
    @Test
    void g18_g19_namesOfOptionsTellNothing() {
        var question =
                Yaml.question(
                        """
                        type: single-choice
                        options:
                          - {id: right, text: A, correct: true, feedback: f}
                          - {id: wrong, text: B, feedback: f}
                        """);
        var names = new HashSet<String>();
        for (long seed = 0; seed < 500; seed++) {
            names.add(option(question.draw(seed), "A"));
        }
        assertTrue(names.size() > 490, names.size() + " names");
        assertEquals(question.draw(7), question.draw(7));
    }

    /** G16, C21: a corrected key grades what was asked then; the order and names stay. */
    @Test
    void keyIsChangedAndTheAttemptRegraded() {
        var yaml =
                """
                type: single-choice
                options:
                  - {id: a, text: A, correct: %s, feedback: f}
                  - {id: b, text: B, correct: %s, feedback: f}
                """;
        var before = draw(yaml.formatted("true", "false"));
        var stored = DrawnQuestion.read(before.json());
        var choseB = response("answer", option(stored, "B"));
        assertEquals(Fraction.ZERO, grade(stored, choseB).grade().fraction());

        var corrected = Yaml.question(yaml.formatted("false", "true"));
        var after = corrected.rekeyed(stored).orElseThrow();
        assertEquals(stored.asked(), after.asked());
        assertEquals(Fraction.ONE, grade(after, choseB).grade().fraction());
        assertEquals(Fraction.ZERO, grade(stored, choseB).grade().fraction());

        var another = yaml.formatted("true", "false").replace("id: b", "id: c");
        assertTrue(Yaml.question(another).rekeyed(stored).isEmpty());
        assertTrue(
                Yaml.question("type: true-false\nanswer: true\nfeedback: {true: t, false: f}\n")
                        .rekeyed(stored)
                        .isEmpty());
    }

    private static DrawnQuestion draw(String fields) {
        var drawn = Yaml.question(fields).draw(SEED);
        // G10: what is stored is all there is
        var stored = DrawnQuestion.read(drawn.json());
        assertEquals(drawn, stored);
        assertEquals(drawn.json(), stored.json());
        assertEquals(drawn.asked(), Asked.read(drawn.asked().json()));
        return stored;
    }

    /** G19: no key, feedback, hint or author's id in what a browser may get, or in a log. */
    private static void assertNothingTold(DrawnQuestion drawn) {
        assertFalse(drawn.asked().json().toLowerCase().contains("canary"), drawn.asked().json());
        assertFalse(drawn.asked().toString().toLowerCase().contains("canary"));
        assertFalse(drawn.asked().json().contains("correct"), drawn.asked().json());
        assertFalse(drawn.toString().toLowerCase().contains("canary"), drawn.toString());
        assertTrue(drawn.key().explanation().startsWith("CANARY"));
    }

    private static Response response(String input, String... values) {
        return new Response(Map.of(input, Arrays.asList(values)));
    }

    private static Graded answer(DrawnQuestion drawn, String input, String... values) {
        return grade(drawn, response(input, values));
    }

    private static Graded grade(DrawnQuestion drawn, Map<String, List<String>> values) {
        return grade(drawn, new Response(values));
    }

    private static Graded grade(DrawnQuestion drawn, Response response) {
        var stored = Response.read(response.json());
        assertEquals(response, stored);
        var graded = Grader.grade(drawn, stored, Grader.VERSION);
        // G13: a pure function
        assertEquals(graded, Grader.grade(drawn, response, Grader.VERSION));
        return graded;
    }

    private static void assertGrade(State state, String fraction, Graded graded) {
        assertEquals(state, graded.grade().state());
        assertEquals(fraction, graded.grade().fraction().toString());
    }

    private static void assertRefused(DrawnQuestion drawn, String input, String value) {
        assertThrows(RefusedResponse.class, () -> answer(drawn, input, value));
    }

    private static Map<String, State> states(Graded graded) {
        var states = new HashMap<String, State>();
        graded.grade().parts().forEach(part -> states.put(part.input(), part.state()));
        return states;
    }

    private static String said(Graded graded) {
        return graded.feedback().to("answer").getFirst().text();
    }

    /** What a learner clicks on who reads this text. */
    private static String option(DrawnQuestion drawn, String text) {
        for (var input : drawn.asked().inputs()) {
            var options =
                    switch (input) {
                        case Input.Choice choice -> choice.options();
                        case Input.Ordering ordering -> ordering.items();
                        default -> List.<Input.Option>of();
                    };
            for (var option : options) {
                if (option.text().equals(text)) {
                    return option.id();
                }
            }
        }
        throw new AssertionError("nothing reads " + text);
    }

    private static String region(DrawnQuestion drawn, String label) {
        return ((Input.Spot) drawn.asked().inputs().getFirst())
                .regions().stream()
                        .filter(region -> region.label().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private static String input(DrawnQuestion drawn, String label) {
        return drawn.asked().inputs().stream()
                .filter(input -> ((Input.Choice) input).label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
