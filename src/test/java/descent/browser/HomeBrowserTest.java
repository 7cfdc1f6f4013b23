package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import descent.quiz.TestCourse;
import descent.testing.Client;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The loop: missed in a test, due on the home page, reviewed, and seen in what holds. */
@QuarkusTest
class HomeBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @Inject TestCourse courses;

    private Page enrolled(Visit visit, String course) {
        return visit.signedIn(Client.enrolled(course));
    }

    @Test
    void missedQuestionComesBackAsACardUntilItIsReviewed() {
        var course = courses.published();
        try (var visit = chromium.visit(root, o -> o.setViewportSize(390, 800))) {
            var page = enrolled(visit, course);
            visit.open("/courses/" + course + "/lessons/walking-downhill");
            page.locator(".lesson-read button").click();
            assertThat(page.locator("h1")).not().hasText("Walking downhill");

            visit.open("/courses/" + course + "/tests/short");
            page.locator("form[action$=start] button").click();
            page.locator("main input[type=radio]").last().check();
            visit.open(attempts(page));
            page.locator("form[action$=submit] button").first().click();
            page.waitForURL(address -> !address.endsWith("/summary"));

            visit.open("/home");
            assertThat(page.locator(".home-course .button.primary")).containsText("Review");
            assertThat(page.locator(".home-course")).containsText("Questions that you missed");
            visit.assertFitsTheScreen();
            visit.assertAccessible();
            visit.picture("home-phone");
            page.locator(".home-course .button.primary").click();
            page.waitForLoadState();
            while (page.locator(".badge:has-text('Called for')").count() > 0) {
                page.keyboard().press("Space");
                page.locator(".rating-4").click();
                page.waitForLoadState();
            }
            visit.open("/courses/" + course + "/progress");
            assertThat(page.locator(".mastery tbody tr").first()).containsText("not yet");
            assertThat(page.locator(".mastery tbody tr").first()).containsText("100 %");
            visit.assertFitsTheScreen();
            visit.assertAccessible();
            visit.picture("progress-phone");
            page.setViewportSize(1280, 900);
            visit.picture("progress-wide");
            visit.open("/home");
            visit.picture("home-wide");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            visit.picture("home-dark");
        }
    }

    /** Where the answers of the attempt on the page are handed in. */
    private static String attempts(Page page) {
        return URI.create(page.url()).getPath().replaceFirst("/questions/.*", "/summary");
    }
}
