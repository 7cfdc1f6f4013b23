package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An author's afternoon: a new lesson, a figure, three questions and a preset; the check finds what
 * is missing, a learner sees what was published, and the author goes back.
 */
@QuarkusTest
class AuthorBrowserTest {
    private static final String LESSON = "lessons/03-the-third/lesson.md";

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;
    @Inject TestCourses courses;
    @Inject TestPeople people;

    private String course;
    private String editor;

    @Test
    void anAuthorsAfternoon() throws IOException {
        course = courses.published(new Sample());
        editor = "/editor/courses/" + course;
        try (var visit = chromium.visit(root);
                var learner = chromium.visit(root)) {
            signsIn(visit, people.author(course));
            beginsALesson(visit);
            putsAFigureIntoIt(visit);
            typesAndSeesThePageBeside(visit);
            checkFindsWhatIsMissing(visit);
            publish(visit, LESSON);
            showsTheLesson(visit);
            assertThat(learner.open("/courses/" + course + "/lessons/the-third").locator("h1"))
                    .hasText("The third");
            assertThat(learner.page().getByAltText("A small black square.")).isVisible();
            writesThreeQuestionsAndAPreset(visit);
            goesBack(visit, learner);
        }
    }

    private static void signsIn(Visit visit, Client author) {
        var page = visit.open("/login");
        page.getByLabel("E-mail").fill(author.email());
        page.getByLabel("Password").fill(Client.PASSWORD);
        page.locator("main form button.primary").click();
        assertThat(page.getByText("Sign out")).isVisible();
    }

    private void beginsALesson(Visit visit) {
        var page = visit.open(editor + "/new");
        visit.assertAccessible();
        page.locator("#id").fill("the-third");
        page.locator("#title").fill("The third");
        page.getByText("Begin it").click();
        assertThat(page.getByText("Begun, in your draft.")).isVisible();
    }

    private void putsAFigureIntoIt(Visit visit) throws IOException {
        var page = visit.open(editor + "/figures/03-the-third");
        visit.assertAccessible();
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        page.locator("#file")
                .setInputFiles(new FilePayload("a.png", "image/png", out.toByteArray()));
        page.locator("#name").fill("square");
        page.locator("#alternative").fill("A small black square.");
        page.locator("#section").selectOption("example");
        page.getByText("Add the picture").click();
        assertThat(page.getByText("The picture is there")).isVisible();
    }

    private static FrameLocator beside(Page page) {
        return page.frameLocator("[data-preview-pane] iframe:not(.coming)");
    }

    private void typesAndSeesThePageBeside(Visit visit) {
        var page = visit.page();
        assertThat(beside(page).locator("h1")).hasText("The third");
        var text = page.locator(".cm-content");
        text.click();
        page.keyboard().press("Control+End");
        page.keyboard().insertText("\nWhat follows is $a^2$.\n\n![](figures/square.png)\n");
        assertThat(beside(page).locator("main")).containsText("What follows is");
        assertThat(beside(page).locator(".katex").first()).isVisible();
        visit.assertAccessible();
        page.keyboard().insertText("[](https://example.org/)");
        assertThat(page.locator("[data-faults]")).containsText("Links must have discernible text");
        for (int i = 0; i < "[](https://example.org/)".length(); i++) {
            page.keyboard().press("Backspace");
        }
        assertThat(page.locator("[data-faults-status]")).containsText("nothing is found");
    }

    private void checkFindsWhatIsMissing(Visit visit) {
        var page = visit.page();
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("say in words what")).isVisible();
        page.locator("a[data-line]").last().click();
        page.keyboard().press("Delete");
        page.keyboard().insertText("![The same black square.](figures/square.png)");
        assertThat(page.getByText("Kept as your draft at")).isVisible();
    }

    private void publish(Visit visit, String part) {
        var page = visit.page();
        if (!page.url().contains("/parts/")) {
            visit.open(editor + "/parts/" + part);
        }
        page.getByText("Publish", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Learners see it from now on.")).isVisible();
    }

    private void showsTheLesson(Visit visit) {
        var page = visit.open(editor + "/lessons");
        visit.assertAccessible();
        page.getByLabel("Show the-third").check();
        page.getByText("Put it into my draft").click();
        publish(visit, "course.yaml");
    }

    private void writesThreeQuestionsAndAPreset(Visit visit) {
        begin(visit, "single-choice", "q-browser-one", "Which one?");
        begin(visit, "numerical", "q-browser-two", "How much?");
        begin(visit, "true-false", "q-browser-three", "Is it so?");
        var page = visit.page();
        visit.assertAccessible();
        page.locator("[name=explanation]").fill("It is so.");
        page.getByText("Keep in my draft").click();
        assertThat(page.getByText("Kept in your draft.")).isVisible();
        page.locator("#trial .option").getByText("True").click();
        page.getByText("Check my answer").click();
        assertThat(page.locator("#trial [role=status]")).containsText("Right");
        publish(visit, "lessons/01-walking-downhill/questions.yaml");
        assertThat(page.getByText("Published, it reaches")).isVisible();
        begin(visit, "preset", "browser-preset", "Two more rates");
        page.locator("[data-run]").click();
        assertThat(page.locator("[data-preset] [data-status]")).hasText("All runs have ended.");
        visit.assertAccessible();
        publish(visit, "lessons/01-walking-downhill/experiments.yaml");
        var preset = visit.open("/experiments/presets/" + course + "/browser-preset");
        assertThat(preset.getByText("Two more rates").first()).isVisible();
    }

    private void begin(Visit visit, String kind, String id, String title) {
        var page = visit.open(editor + "/new?lesson=walking-downhill&kind=" + kind);
        page.locator("#id").fill(id);
        page.locator("#title").fill(title);
        page.getByText("Begin it").click();
        assertThat(page.locator("h1")).hasText(id);
    }

    private void goesBack(Visit visit, Visit learner) {
        var page = visit.open(editor + "/history/course.yaml");
        page.locator("tbody a").last().click();
        page.getByText("Go back to this text").click();
        assertThat(page).hasURL(Pattern.compile("course.yaml"));
        var lesson = root.resolve("/courses/" + course + "/lessons/the-third").toString();
        var answer = learner.page().navigate(lesson);
        assertTrue(answer.status() == 404, "the lesson is hidden again");
        learner.expectTrouble("404");
    }
}
