package descent.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
class PublishChangesTest {
    private static final String GLOSSARY = "sample/glossary.yaml";
    private static final String TEXT = Sample.LESSON + "lesson.md";
    private static final String SPARE =
            """
            terms:
              - id: spare
                term: spare
                definition: No text names it.
            """;

    @Inject TestCourses courses;
    @Inject TestPeople people;
    @Inject Parts parts;
    @Inject PublishChanges publish;

    /** A term that no text names goes, and a text names it: each alone is good. */
    @RepeatedTest(3)
    void ofTwoChangesThatBreakEachOtherOneComesThrough() throws Exception {
        var sample = new Sample();
        var course = courses.published(new Sample().replacing(GLOSSARY, "terms:\n", SPARE));
        var naming = sample.text(TEXT).replace("stands a sentence", "is [spare](term:spare)");
        var author = people.signedUp(Role.ADMIN);
        var ready = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running =
                    Stream.of(
                                    change(course, GLOSSARY, sample.text(GLOSSARY)),
                                    change(course, TEXT, naming))
                            .map(change ->
                                    threads.submit(() -> {
                                        ready.await();
                                        return publish.take(course, List.of(change), author);
                                    }))
                            .toList();
            var outcomes = new ArrayList<Class<?>>();
            for (var outcome : running) {
                outcomes.add(outcome.get().getClass());
            }
            assertEquals(
                    Set.of(Outcome.Published.class, Outcome.Broken.class), Set.copyOf(outcomes));
        }
    }

    /**
     * @param path in the sample
     */
    private Change change(String course, String path, String text) {
        var part = PartPath.of(path.replaceFirst("sample", course));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Change(part, Optional.of(bytes), parts.headId(part));
    }
}
