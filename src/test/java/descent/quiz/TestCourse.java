package descent.quiz;

import descent.course.Sample;
import descent.course.TestCourses;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Courses for tests of tests: the sample's text with a question of each type in its bank. */
@ApplicationScoped
public class TestCourse {
    private static final Path FOLDER = Path.of("src/test/resources/descent/quiz");

    private final TestCourses courses;

    TestCourse(TestCourses courses) {
        this.courses = courses;
    }

    /** A new one, with the tests {@code all}, {@code short} and {@code later}. */
    public String published() {
        return courses.published(
                new Sample()
                        .with(Sample.LESSON + "questions.yaml", file("questions.yaml"))
                        .with("sample/tests/all.yaml", file("all.yaml"))
                        .with("sample/tests/short.yaml", file("short.yaml"))
                        .with("sample/tests/later.yaml", file("later.yaml"))
                        .without("sample/tests/final.yaml"));
    }

    /** Adds a test to such a course, or changes it. */
    public void addTest(String course, String id, String yaml) {
        courses.change(course, "sample/tests/" + id + ".yaml", yaml);
    }

    /** Changes the question bank of such a course. */
    public void replaceInBank(String course, String passage, String other) {
        var text = file("questions.yaml").replace(passage, other);
        courses.change(course, Sample.LESSON + "questions.yaml", text);
    }

    private static String file(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
