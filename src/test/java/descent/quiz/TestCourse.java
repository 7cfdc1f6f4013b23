package descent.quiz;

import descent.course.Publishing;
import descent.course.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Courses for tests of tests: the sample's text with a question of each type in its bank. */
@ApplicationScoped
public class TestCourse {
    private static final Path FOLDER = Path.of("src/test/resources/descent/quiz");
    private static final UUID AUTHOR = new UUID(1, 1);

    private final Publishing publishing;

    TestCourse(Publishing publishing) {
        this.publishing = publishing;
    }

    /** A new one, with the tests {@code all}, {@code short} and {@code later}. */
    public String published() {
        var id = "c" + UUID.randomUUID().toString().substring(0, 8);
        var files =
                new Sample()
                        .with(Sample.LESSON + "questions.yaml", file("questions.yaml"))
                        .with("sample/tests/all.yaml", file("all.yaml"))
                        .with("sample/tests/short.yaml", file("short.yaml"))
                        .with("sample/tests/later.yaml", file("later.yaml"))
                        .without("sample/tests/final.yaml")
                        .files();
        for (var path : files.paths()) {
            if (path.startsWith("sample/")) {
                publish(path.replaceFirst("sample", id), files.bytes(path).orElseThrow());
            }
        }
        return id;
    }

    /** Adds a test to such a course, or changes it. */
    public void addTest(String course, String id, String yaml) {
        publish(course + "/tests/" + id + ".yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes the question bank of such a course. */
    public void replaceInBank(String course, String passage, String other) {
        var path = course + Sample.LESSON.substring("sample".length()) + "questions.yaml";
        var text = file("questions.yaml").replace(passage, other);
        publish(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String path, byte[] bytes) {
        long base = publishing.head(path).map(head -> head.revision().id()).orElse(0L);
        publishing.publish(path, bytes, AUTHOR, base);
    }

    private static String file(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
