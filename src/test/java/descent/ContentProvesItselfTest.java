package descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import descent.course.material.BankQuestion;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.material.Lesson;
import descent.course.proof.ContentProof;
import descent.course.reading.ContentReader;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecTrees;
import descent.engine.training.RunRecord;
import descent.question.Experiment;
import descent.question.QuestionReader;
import descent.question.answer.State;
import descent.question.drawn.Grader;
import descent.question.drawn.Response;
import descent.question.notation.Settings;
import descent.question.tree.Trees;
import descent.shared.text.TestFormulas;
import descent.testing.SecondLane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * The course that ships says nothing that it cannot show: questions grade their own keys, presets
 * train within the bounds, and what is claimed of a run is true of that run.
 */
@SecondLane
class ContentProvesItselfTest {
    private static final Path FOLDER = Path.of("content");
    private static final ContentProof PROOF =
            new ContentProof(ContentFiles.in(FOLDER), TestFormulas.DRAWN_ONCE);

    private final Course course =
            new ContentReader(ContentFiles.in(FOLDER)).course("training-deep-networks");

    @Test
    void theCheckFindsNoMistake() {
        assertEquals(List.of(), PROOF.findings().stream().filter(Finding::isError).toList());
    }

    /** Written anew by {@code ./mvnw -q -Pcheck -Dreport=src/docs}. */
    @Test
    void whatItHoldsAndMeasuresStandsInTheDocs() throws IOException {
        assertEquals(PROOF.report(), Files.readString(Path.of("src/docs/course.md")));
    }

    /** Its start misses the target; one answer that is known to reach it stands in a file here. */
    @TestFactory
    Stream<DynamicTest> everyExperimentQuestionCanBeAnswered() {
        var solutions = solutions();
        return bank().filter(question -> question.type().equals("experiment"))
                .map(question ->
                        dynamicTest(
                                question.id(),
                                () -> {
                                    var solution = solutions.get(question.id());
                                    assertNotNull(solution, "no answer is known");
                                    assertSolvable(question.tree(), solution);
                                }));
    }

    private static void assertSolvable(Map<?, ?> tree, Map<?, ?> changes) {
        var question = (Experiment) QuestionReader.read(tree);
        var drawn = question.draw(0);
        var answer = SpecTrees.merged(question.start(), Trees.copy(changes));
        var given =
                question.free().stream()
                        .map(path -> at(answer, path).map(Settings::write).orElse(""))
                        .toList();
        var response = new Response(Map.of(drawn.asked().inputs().getFirst().id(), given));
        var run = Grader.toRun(drawn, response).map(RunRecord::of);
        assertTrue(run.isPresent(), "the answer is within the limits");
        assertEquals(State.RIGHT, Grader.ran(drawn, run).grade().state());
        var start = Optional.of(RunRecord.of(ExperimentSpec.read(question.start())));
        assertEquals(
                State.WRONG,
                Grader.ran(drawn, start).grade().state(),
                "the start reaches the target");
    }

    private static Optional<Object> at(Map<?, ?> tree, String path) {
        int dot = path.indexOf('.');
        var here = Optional.<Object>ofNullable(tree.get(dot < 0 ? path : path.substring(0, dot)));
        return dot < 0 ? here : here.flatMap(it -> at((Map<?, ?>) it, path.substring(dot + 1)));
    }

    private static Map<String, Map<?, ?>> solutions() {
        try (var in =
                ContentProvesItselfTest.class.getResourceAsStream("experiment-solutions.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<BankQuestion> bank() {
        return course.lessons().stream().map(Lesson::bank).flatMap(List::stream);
    }
}
