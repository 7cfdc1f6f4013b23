package descent.lesson;

import static org.hamcrest.Matchers.containsString;

import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What readers see of a course whose author has made a mistake: all that is not part of it. */
@QuarkusTest
class BrokenLessonTest {
    @Inject TestCourses courses;

    private final Client visitor = Client.visitor();

    @Test
    void brokenPartIsSaidAndTheRestCarriesOn() {
        var id =
                courses.published(
                        new Sample()
                                .with(Sample.LESSON + "concepts.yaml", "key-concepts: [")
                                .replacing(
                                        Sample.LESSON + "flashcards.yaml",
                                        "    back: Against the gradient.\n",
                                        ""));
        visitor.get(lesson(id))
                .then()
                .statusCode(200)
                .body(
                        containsString("This part is broken"),
                        containsString("What to remember of this lesson cannot be shown"),
                        containsString("Something is missing here"),
                        containsString("<h2 id=\"rate\">The rate</h2>"),
                        containsString("Review 1 flashcards"));
    }

    @Test
    void brokenTextOfALessonLeavesItsOtherParts() {
        var id =
                courses.published(
                        new Sample().with(Sample.LESSON + "lesson.md", "no front matter"));
        visitor.get(lesson(id))
                .then()
                .statusCode(200)
                .body(
                        containsString("<h1>Walking downhill</h1>"),
                        containsString("The text of this lesson cannot be shown"),
                        containsString("Key concepts"));
        visitor.get("/courses/" + id)
                .then()
                .statusCode(200)
                .body(containsString("The text of this lesson cannot be shown"));
    }

    @Test
    void brokenSyllabusLeavesTheLessons() {
        var id = courses.published(new Sample().with("sample/course.yaml", "title: ["));
        visitor.get("/courses/" + id)
                .then()
                .statusCode(200)
                .body(
                        containsString("The description of the course cannot be shown"),
                        containsString("Walking downhill"));
        visitor.get(lesson(id)).then().statusCode(200);
        visitor.get("/").then().statusCode(200);
    }

    @Test
    void brokenFormulaAndLinkAreMarkedWhereTheyStand() {
        var id =
                courses.published(
                        new Sample()
                                .replacing(
                                        Sample.LESSON + "lesson.md",
                                        "w \\leftarrow w - \\eta\\, g",
                                        "\\frac{1")
                                .replacing(
                                        Sample.LESSON + "lesson.md",
                                        "(term:gradient)",
                                        "(term:x)"));
        visitor.get(lesson(id))
                .then()
                .statusCode(200)
                .body(
                        containsString("<code class=\"broken\">\\frac{1</code>"),
                        containsString("title=\"The glossary has no term x\">gradient</span>"),
                        containsString("The new weight is the old one"));
    }

    private static String lesson(String course) {
        return "/courses/" + course + "/lessons/walking-downhill";
    }
}
