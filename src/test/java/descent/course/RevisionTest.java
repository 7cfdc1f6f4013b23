package descent.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Publishing.Outcome;
import descent.course.Publishing.Outcome.Overtaken;
import descent.course.Publishing.Outcome.Published;
import descent.course.Revision.Origin;
import descent.course.material.Finding;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Files become revisions, edits too, and neither loses the other. Each test has its own course. */
@QuarkusTest
class RevisionTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);

    @Inject FolderImport folderImport;
    @Inject Publishing publishing;
    @Inject Courses courses;

    private String course;
    private String path;

    @BeforeEach
    void newCourse() {
        course = "c" + UUID.randomUUID().toString().substring(0, 8);
        path = course + "/course.yaml";
    }

    /** The sample's folder with this test's course in it. */
    private Sample folder(String title) {
        return new Sample().with(path, syllabus(title));
    }

    private static String syllabus(String title) {
        return new Sample().text("sample/course.yaml").replace("A Sample Course", title);
    }

    private FolderImport.Outcome importing(Sample folder) {
        return folderImport.run(folder.files(), false);
    }

    private Revision published(Outcome outcome) {
        return assertInstanceOf(Published.class, outcome).revision();
    }

    private Revision edit(String title, UUID author) {
        return published(publishing.publish(path, bytes(syllabus(title)), author, head()));
    }

    private long head() {
        return publishing.head(path).map(head -> head.revision().id()).orElse(0L);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String title() {
        return courses.course(course).title();
    }

    @Test
    void newFilesOfTheFolderAreSeenAtOnce() {
        importing(folder("One"));
        assertEquals("One", title());
        importing(folder("Two"));
        assertEquals("Two", title());
        assertEquals(Origin.FILE, publishing.head(path).orElseThrow().revision().origin());
    }

    @Test
    void olderReplicaThatStartsAgainChangesNothing() {
        importing(folder("Old"));
        importing(folder("New"));
        assertEquals(0, importing(folder("Old")).published());
        assertEquals("New", title());
    }

    @Test
    void releaseThatTakesAFileBackIsFollowed() {
        importing(folder("Old"));
        importing(folder("New"));
        importing(folder("Old").with(course + "/glossary.yaml", "terms: []"));
        assertEquals("Old", title());
    }

    @Test
    void fileThatIsGoneFromTheFolderIsGoneFromTheCourse() {
        importing(folder("One"));
        assertEquals(1, importing(new Sample().with(course + "/other.yaml", "a: 1")).removed());
        assertTrue(courses.find(course).isEmpty());
        assertTrue(publishing.history(path).getFirst().removed(), "its history is still there");
        importing(folder("One").with(course + "/other.yaml", "a: 2"));
        assertEquals("One", title());
    }

    @Test
    void whoeverWorksInTheFolderSeesEveryStepBackToo() {
        folderImport.run(folder("One").files(), true);
        folderImport.run(folder("Two").files(), true);
        folderImport.run(folder("One").files(), true);
        assertEquals("One", title());
    }

    @Test
    void editIsSeenAtOnceAndKnowsItsAuthor() {
        importing(folder("File"));
        edit("Edited", ADA);
        assertEquals("Edited", title());
        var history = publishing.history(path);
        assertEquals(2, history.size());
        assertEquals(ADA, history.getFirst().author());
        assertEquals(Origin.FILE, history.getLast().origin());
        assertArrayEquals(
                bytes(syllabus("File")), publishing.bytes(history.getLast().id()).orElseThrow());
    }

    @Test
    void fileWaitsBesideABrowserEdit() {
        importing(folder("File"));
        edit("Edited", ADA);
        assertEquals(1, importing(folder("Newer file")).waiting());
        assertEquals("Edited", title());
        var waiting = publishing.head(path).orElseThrow().waiting();
        assertArrayEquals(
                bytes(syllabus("Newer file")), publishing.bytes(waiting.id()).orElseThrow());

        edit("Edited again", BEN);
        assertEquals(
                waiting,
                publishing.head(path).orElseThrow().waiting(),
                "who did not look at it has not dealt with it");
        publishing.settle(path, waiting.id());
        assertEquals(null, publishing.head(path).orElseThrow().waiting());
    }

    @Test
    void editThatHasArrivedInTheFolderGoesWithItAgain() {
        importing(folder("File"));
        edit("Edited", ADA);
        importing(folder("Edited"));
        assertEquals(Origin.FILE, publishing.head(path).orElseThrow().revision().origin());
        importing(folder("Later file"));
        assertEquals("Later file", title());
    }

    @Test
    void unchangedFileDoesNotWaitBesideAnEdit() {
        importing(folder("File"));
        edit("Edited", ADA);
        assertEquals(
                0,
                importing(folder("File").with(course + "/glossary.yaml", "terms: []")).waiting());
    }

    @Test
    void e18SecondSaveIsToldAndNothingIsLost() {
        importing(folder("File"));
        long base = head();
        var first = edit("Ada's", ADA);
        var second = publishing.publish(path, bytes(syllabus("Ben's")), BEN, base);
        assertEquals(first, assertInstanceOf(Overtaken.class, second).head().orElseThrow());
        assertEquals("Ada's", title());
    }

    @RepeatedTest(8)
    void ofManySavesAtTheSameMomentOneWins() throws Exception {
        importing(folder("File"));
        long base = head();
        var outcomes =
                atOnce(8, () -> publishing.publish(path, bytes(syllabus("Edited")), ADA, base));
        assertEquals(1, outcomes.stream().filter(Published.class::isInstance).count());
        assertEquals(2, publishing.history(path).size());
    }

    @Test
    void ofManyReplicasThatStartAtTheSameMomentOneImports() throws Exception {
        var files = folder("Twins").files();
        var outcomes = atOnce(6, () -> folderImport.run(files, false));
        assertEquals(1, outcomes.stream().filter(FolderImport.Outcome::changed).count());
        assertEquals(1, publishing.history(path).size());
    }

    @Test
    void earlierTextIsPublishedAsANewRevision() {
        importing(folder("File"));
        var file = publishing.head(path).orElseThrow().revision();
        var edited = edit("Edited", ADA);
        var back = published(publishing.publish(path, text(file.id()), BEN, edited.id()));
        assertEquals("File", title());
        assertEquals(file.sha256(), back.sha256());
        assertEquals(BEN, back.author());
        assertEquals(3, publishing.history(path).size());
    }

    private byte[] text(long revision) {
        return publishing.bytes(revision).orElseThrow();
    }

    @Test
    void removedFileCanBeBroughtBack() {
        importing(folder("File"));
        long file = head();
        published(publishing.remove(path, ADA, file));
        assertTrue(courses.find(course).isEmpty());
        published(publishing.publish(path, text(file), ADA, head()));
        assertEquals("File", title());
    }

    @Test
    void newFileStartsFromNothing() {
        importing(folder("File"));
        var glossary = course + "/glossary.yaml";
        published(publishing.publish(glossary, bytes("terms: []"), ADA, 0));
        assertInstanceOf(
                Overtaken.class, publishing.publish(glossary, bytes("terms: [x]"), BEN, 0));
    }

    @Test
    void whatIsNotCommittedIsNobodysCourse() {
        importing(folder("File"));
        assertEquals("File", title());
        QuarkusTransaction.begin();
        publishing.publish(path, bytes(syllabus("Never")), ADA, head());
        assertEquals("File", title());
        QuarkusTransaction.rollback();
        assertEquals("File", title());
        edit("Edited", ADA);
        assertEquals("Edited", title());
    }

    @Test
    void courseIsTheSameObjectUntilItChanges() {
        importing(folder("File"));
        var sample = courses.course("sample");
        var before = courses.course(course);
        edit("Edited", ADA);
        assertNotSame(before, courses.course(course));
        assertSame(sample, courses.course("sample"));
    }

    @Test
    void whoChangedSomethingSeesItHoweverManyOthersAreReading() throws Exception {
        importing(folder("File"));
        var done = new AtomicBoolean();
        try (var readers = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                readers.submit(() -> {
                    while (!done.get()) {
                        title();
                    }
                });
            }
            try {
                for (int i = 0; i < 30; i++) {
                    edit("Edit " + i, ADA);
                    assertEquals("Edit " + i, title());
                }
            } finally {
                done.set(true);
            }
        }
    }

    @Test
    void partsKnowTheirRevision() {
        importing(folder("File"));
        assertEquals(head(), courses.course(course).syllabus().revision());
    }

    @Test
    void whatNobodyEditedIsExportedByteForByte() {
        importing(folder("File"));
        var files = courses.files();
        var sample = folder("File").files();
        for (var file : sample.paths()) {
            assertArrayEquals(
                    sample.bytes(file).orElseThrow(), files.bytes(file).orElseThrow(), file);
        }
    }

    @Test
    void checkTellsWhatWouldBeWrong() {
        importing(folder("File"));
        var text = syllabus("File").replace("subtitle:", "subtitel:");
        var errors =
                publishing.check(course, Map.of(path, Optional.of(bytes(text)))).stream()
                        .filter(finding -> finding.file().equals(path))
                        .map(Finding::rule)
                        .toList();
        assertTrue(errors.contains("unknown-field"), errors.toString());
        assertEquals("File", title());
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() {
        for (var bad :
                List.of(
                        "../x.yaml",
                        "/x.yaml",
                        "a/../b.yaml",
                        "a//b.yaml",
                        "a",
                        "A.yaml",
                        "a\0.yaml")) {
            assertThrows(Problem.class, () -> publishing.publish(bad, bytes("a"), ADA, 0), bad);
        }
        assertFalse(courses.files().paths().contains("a"));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running =
                    Stream.generate(() ->
                                    threads.submit(() -> {
                                        barrier.await();
                                        return work.call();
                                    }))
                            .limit(times)
                            .toList();
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
