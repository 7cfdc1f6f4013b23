package descent.editor.replace;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.TestPeople;
import descent.course.Courses;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplaceTest {
    private static final String TEXT = "lessons/01-walking-downhill/lesson.md";

    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject TestPeople people;

    private String course;
    private String page;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        course = courses.published(new Sample());
        page = "/editor/courses/" + course + "/replace";
        author = people.author(course);
    }

    private String published(String name) {
        return new String(all.bytes(course + "/" + name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private List<String> choices(String find) {
        return author.get(page + "?find=" + find)
                .body()
                .htmlPath()
                .getList("**.findAll { it.@name == 'take' }*.@value", String.class);
    }

    @Test
    void chosenPlacesAreReplacedAndTheOthersStay() {
        var places = choices("valley").stream().filter(place -> place.startsWith(TEXT)).toList();
        var before = published(TEXT);
        assertEquals(3, places.size(), before);
        author.post(page, Map.of("find", "valley", "other", "gorge", "take", places.getFirst()))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=1"));
        assertEquals(before.replaceFirst("valley", "gorge"), published(TEXT));
        author.post(page, Map.of("find", "valley", "other", "gorge", "take", places.getLast()))
                .then()
                .statusCode(409)
                .body(containsString("changed meanwhile"));
    }

    @Test
    void whatWouldBreakTheCourseIsNotPublished() {
        var before = published("glossary.yaml");
        author.post(
                        page,
                        Map.of(
                                "find",
                                "id: gradient",
                                "other",
                                "id: slope",
                                "take",
                                choices("id:%20gradient")))
                .then()
                .statusCode(422)
                .body(containsString("there is no glossary term"));
        assertEquals(before, published("glossary.yaml"));
    }
}
