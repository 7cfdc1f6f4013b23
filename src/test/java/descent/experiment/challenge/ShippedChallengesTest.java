package descent.experiment.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.reading.ContentReader;
import descent.engine.training.RunRecord;
import descent.question.drawn.Reading;
import descent.testing.SecondLane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** The challenges of the course that ships: each can be reached, and not by doing nothing. */
@SecondLane
class ShippedChallengesTest {
    private final Course course =
            new ContentReader(ContentFiles.in(Path.of("content"))).course("training-deep-networks");

    @Test
    void thereAreSomeOfBothLessons() {
        assertEquals(List.of(), course.challengeFile().findings());
        assertTrue(course.challenges().size() >= 6);
        assertTrue(
                course.challenges().stream()
                        .allMatch(challenge -> course.lesson(challenge.lesson()).isPresent()));
    }

    @TestFactory
    Stream<DynamicTest> everyChallengeCanBeReached() throws IOException {
        var solutions = solutions();
        return course.challenges().stream()
                .map(challenge ->
                        dynamicTest(
                                challenge.id(),
                                () -> {
                                    var solution = solutions.get(challenge.id());
                                    assertNotNull(solution, "no solution is known");
                                    assertReached(Trial.of(challenge), solution);
                                }));
    }

    private static void assertReached(Trial trial, List<String> solution) {
        assertInstanceOf(Reading.Understood.class, trial.read(solution));
        assertEquals(List.of(), trial.excess(trial.spec(solution)));
        var result = trial.judge(RunRecord.of(trial.spec(solution)));
        assertTrue(result.reached(), "the solution misses: " + result.figure());
        assertTrue(result.score().isPresent());
        var start = trial.judge(RunRecord.of(trial.spec(List.of())));
        assertFalse(start.reached(), "the start reaches the target");
    }

    private static Map<String, List<String>> solutions() throws IOException {
        try (var in =
                ShippedChallengesTest.class.getResourceAsStream(
                        "/descent/challenge-solutions.yaml")) {
            return new Yaml().load(in);
        }
    }
}
