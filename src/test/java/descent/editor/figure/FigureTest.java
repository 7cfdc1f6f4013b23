package descent.editor.figure;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Courses;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FigureTest {
    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject TestPeople people;

    private String course;
    private String page;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        course = courses.published(new Sample());
        page = "/editor/courses/" + course + "/figures/01-walking-downhill";
        author = people.author(course);
    }

    private Response send(byte[] file, String name, String alternative) {
        return author.request()
                .multiPart("file", "holiday.png", file)
                .multiPart("name", name)
                .multiPart("alternative", alternative)
                .multiPart("caption", "A caption")
                .multiPart("section", "step")
                .post(page);
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] svg(String inside) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">%s</svg>"
                .formatted(inside)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void pictureIsServedAsWhatItIsAndStandsInTheDraft() throws IOException {
        author.get(page).then().statusCode(200).body(containsString("The rate"));
        send(png(), "black", "A small black square.")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/lesson.md?done=figure"));
        author.get("/editor/courses/" + course + "/parts/lessons/01-walking-downhill/lesson.md")
                .then()
                .body(
                        containsString(
                                "![A small black square.](figures/black.png &quot;A caption&quot;)"));
        Client.visitor()
                .get("/courses/" + course + "/lessons/walking-downhill/figures/black.png")
                .then()
                .statusCode(200)
                .contentType(is("image/png"))
                .header("X-Content-Type-Options", "nosniff");
        send(png(), "black", "A small black square.")
                .then()
                .statusCode(422)
                .body(containsString("There is a picture of this name already"));
    }

    @Test
    void pictureWithoutWordsIsRefusedAndWhatWasTypedStays() throws IOException {
        send(png(), "black", "square")
                .then()
                .statusCode(422)
                .body(
                        containsString("three words or more"),
                        containsString("value=\"black\""),
                        containsString("A caption"));
    }

    /** E7. */
    @Test
    void drawingThatRunsOrLoadsSomethingIsRefused() {
        for (var inside :
                new String[] {
                    "<script>alert(1)</script>",
                    "<foreignObject/>",
                    "<rect onload=\"alert(1)\"/>",
                    "<image href=\"https://example.org/x.png\"/>",
                    "<style>@import 'x'</style>"
                }) {
            send(svg(inside), "hostile", "A hostile little drawing.")
                    .then()
                    .statusCode(422)
                    .body(containsString("a drawing may not contain"));
        }
        assertTrue(
                all.bytes(course + "/lessons/01-walking-downhill/figures/hostile.svg").isEmpty());
    }

    /** E8. */
    @Test
    void pageThatIsCalledAPictureIsRefused() {
        send(
                        "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                        "page",
                        "A page with a script.")
                .then()
                .statusCode(422);
        send("GIF89a".getBytes(StandardCharsets.UTF_8), "gif", "A file of another kind.")
                .then()
                .statusCode(422)
                .body(containsString("Pictures are PNG, JPEG or SVG"));
    }
}
