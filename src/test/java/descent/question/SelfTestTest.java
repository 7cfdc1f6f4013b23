package descent.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.SecondLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SecondLane
class SelfTestTest {
    @ParameterizedTest
    @MethodSource("descent.question.Examples#questions")
    void goodQuestionProvesItself(Question question) {
        assertEquals(java.util.List.of(), SelfTest.findings(question));
    }

    @Test
    void slipWithinTheToleranceIsFound() {
        assertFinding(
                """
                type: numerical
                answer: 10
                tolerance: {absolute: 1}
                wrong-answers: [{value: 10.5, feedback: too much}]
                feedback: {right: r, wrong: w}
                """,
                "has feedback that is never given");
    }

    @Test
    void wildcardThatTakesEverythingIsFound() {
        assertFinding(
                """
                type: short-answer
                answers: [{text: '*', feedback: always}]
                feedback: {wrong: w}
                """,
                "wrong answer [[qzx xzq]] is worth 1");
    }

    @Test
    void answerHiddenByABetterOneIsFound() {
        assertFinding(
                """
                type: short-answer
                answers:
                  - {text: '*rate*', feedback: any}
                  - {text: learning rate, fraction: 0.5, feedback: hidden}
                feedback: {wrong: w}
                """,
                "'learning rate' has feedback that is never given");
    }

    @Test
    void generatorWithoutRoomIsFound() {
        assertFinding(
                """
                type: generated
                generator: steps-per-epoch
                parameters: {samples: 1000, batch: 10, epochs: 3, ask: epoch}
                """,
                "only 1 different variants among 200");
    }

    private static void assertFinding(String fields, String finding) {
        var findings = SelfTest.findings(Yaml.question(fields));
        assertTrue(
                findings.stream().anyMatch(f -> f.startsWith(finding) || f.contains(finding)),
                findings.toString());
    }
}
