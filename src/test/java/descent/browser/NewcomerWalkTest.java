package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A newcomer walks through the whole house: reads, signs up, trains, reviews, takes a test, and
 * reads what the first admin has changed meanwhile.
 */
@QuarkusTest
class NewcomerWalkTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;
    @Inject TestCourses courses;
    @Inject TestPeople people;

    @Test
    void fromTheFirstPageToAChangedLesson() {
        // Nobody has trained this seed: the curves are made while the learner looks on.
        var presets = Sample.LESSON + "experiments.yaml";
        var seed = "seed: " + (UUID.randomUUID().getMostSignificantBits() >>> 33);
        var course = courses.published(new Sample().replacing(presets, "seed: 7", seed));
        try (var visit = chromium.visit(root)) {
            readsAsVisitor(visit, course);
            signsUpAndEnrols(visit, course);
            assertEquals(trains(visit, course), trains(visit, course), "same seed, same curves");
            reviewsCards(visit, course);
            takesTheTest(visit, course);
            firstAdminChangesTheLesson(course);
            assertThat(
                            visit.open(lesson(course))
                                    .getByText("Before the first section stands news."))
                    .isVisible();
        }
    }

    private static String lesson(String course) {
        return "/courses/" + course + "/lessons/walking-downhill";
    }

    private static void readsAsVisitor(Visit visit, String course) {
        var page = visit.open("/courses/" + course);
        page.getByText("Walking downhill").first().click();
        assertThat(page.locator("h1")).hasText("Walking downhill");
        assertThat(page.locator(".formula .katex-html").first()).isVisible();
        page.locator("#summary").getByText("Medium").click();
        assertThat(page.locator("#summary [data-depth=medium]")).isVisible();
        assertThat(page.locator("#key-concepts")).isVisible();
        assertThat(page.locator("#memory-aids")).isVisible();
        page.locator("a[href*=glossary]").first().click();
        assertThat(page.locator("h1")).hasText("Glossary");
    }

    private static void signsUpAndEnrols(Visit visit, String course) {
        var page = visit.open("/courses/" + course);
        page.getByText("Sign up and take this course").click();
        fillNewAccount(page);
        assertThat(page).hasURL(Pattern.compile("/courses/" + course));
        page.getByText("Take this course").click();
        assertThat(page.getByText("You take this course")).isVisible();
    }

    private static void fillNewAccount(Page page) {
        page.getByLabel("Name").fill("Newcomer");
        page.getByLabel("E-mail").fill(UUID.randomUUID() + "@example.org");
        page.getByLabel("Password").fill("correct horse battery");
        page.locator("main form button.primary").click();
    }

    /** The final figures. */
    private static List<String> trains(Visit visit, String course) {
        var page = visit.open(lesson(course));
        page.locator("#rate").scrollIntoViewIfNeeded();
        var card = page.locator(".preset");
        card.getByText("The large rate.").first().click();
        card.locator("[data-run]").click();
        assertThat(card.locator("[data-status]")).hasText("All runs have ended.");
        assertThat(card.locator("canvas")).isVisible();
        assertThat(card.locator("[data-state]").first()).hasText("finished, 60 steps");
        assertThat(card.locator("[data-feedback=large]")).isVisible();
        return card.locator("[data-final]").allTextContents();
    }

    private static void reviewsCards(Visit visit, String course) {
        var page = visit.open("/courses/" + course + "/cards/review");
        var front = page.locator(".flashcard-front");
        var first = front.textContent();
        page.locator(".flashcard-answer summary").click();
        page.locator(".rating-3").click();
        assertThat(front).not().hasText(first);
    }

    private static void takesTheTest(Visit visit, String course) {
        var page = visit.open("/courses/" + course + "/tests");
        page.getByText("Two questions").click();
        page.locator("main form button.primary").click();
        for (int number = 1; number <= 2; number++) {
            assertThat(page.locator("h1")).containsText("Question " + number);
            assertThat(page.locator(".clock")).isVisible();
            if (page.getByText("Against the gradient.").isVisible()) {
                page.getByText("Against the gradient.").click();
            } else {
                page.locator(".input input").fill("0.5");
            }
            page.locator("button.primary").click();
        }
        assertThat(page.getByText("All 2 questions have an answer.")).isVisible();
        page.locator("form[data-submit] button").click();
        assertThat(page.locator(".score")).containsText("of 2 points");
        assertThat(page.getByText("The slope is")).isVisible();
    }

    private void firstAdminChangesTheLesson(String course) {
        try (var visit = chromium.visit(root)) {
            var page = visit.open(people.firstAdminLink());
            fillNewAccount(page);
            visit.open(
                    "/editor/courses/" + course + "/parts/lessons/01-walking-downhill/lesson.md");
            var text = page.locator("#text").inputValue();
            page.locator(".cm-content").click();
            page.keyboard().press("Control+a");
            page.keyboard().press("Delete");
            page.keyboard().insertText(text.replace("stands a sentence.", "stands news."));
            page.getByText("Publish", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("Learners see it from now on.")).isVisible();
        }
    }
}
