package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import descent.account.Role;
import descent.account.TestPeople;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No test of {@code verify}, since fonts differ between machines: {@code ./mvnw -q -Ppictures}
 * takes pictures of all components and of the main pages of the course in {@code content}, light
 * and dark, wide and on a phone, into target/pictures, and README's.
 */
@QuarkusTest
class Pictures {
    private static final Path README = Path.of("src", "docs", "pictures", "lesson.png");
    private static final String COURSE = "/courses/training-deep-networks";
    private static final String LESSON = COURSE + "/lessons/gradient-descent-and-its-variants";
    private static final Map<String, String> PAGES = pages();

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;
    @Inject TestPeople people;

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("design", "/design");
        pages.put("catalogue", "/");
        pages.put("course", COURSE);
        pages.put("lesson", LESSON);
        pages.put("home", "/home");
        pages.put("cards", COURSE + "/cards/review");
        pages.put("tests", COURSE + "/tests");
        pages.put("practice", COURSE + "/practice");
        pages.put("progress", COURSE + "/progress");
        pages.put("lab", "/lab");
        pages.put("backpropagation", "/experiments/backpropagation");
        pages.put("people", "/admin/people");
        pages.put("editor", "/editor/courses/training-deep-networks");
        return pages;
    }

    @Test
    void everyPageIsTakenInBothColoursAndWidths() {
        try (var visit = chromium.visit(root)) {
            enrolledAdmin(visit);
            var page = visit.page();
            PAGES.forEach((name, path) -> {
                for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                    for (int width : new int[] {1280, 390}) {
                        page.setViewportSize(width, 900);
                        visit.open(path);
                        visit.picture(
                                "%s-%s-%d".formatted(name, colours.name().toLowerCase(), width));
                    }
                }
            });
        }
    }

    /** The curves of README are trained now. */
    @Test
    void readmeShowsALessonWithItsExperiment() {
        try (var visit = chromium.visit(root, o -> o.setViewportSize(1180, 860))) {
            visit.open("/");
            var page = visit.open(LESSON);
            var card = page.locator(".preset, .card-link").first();
            card.scrollIntoViewIfNeeded();
            var preset = page.locator(".preset").first();
            preset.locator("[data-predict] input").first().check();
            preset.locator("[data-run]").click();
            assertThat(preset.locator("[data-status]"))
                    .hasText(
                            "All runs have ended.",
                            new LocatorAssertions.HasTextOptions().setTimeout(120_000));
            preset.locator("[data-status]")
                    .evaluate(
                            "line => line.scrollIntoView({ block: 'center', behavior: 'instant' })");
            page.screenshot(new Page.ScreenshotOptions().setPath(README));
        }
    }

    /** What {@code verify} asks of the sample: this course takes too long to be read there. */
    @Test
    void heaviestLessonIsLightAndStill() {
        try (var visit = chromium.visit(root)) {
            LessonBrowserTest.assertLightAndStill(visit, COURSE + "/lessons/backpropagation");
        }
    }

    /** Not a budget of {@code verify}: it depends on the machine, and on what else it does. */
    @Test
    void firstContentfulPaintIsSaid() {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < 20; i++) {
            try (var visit = chromium.visit(root)) {
                var page = visit.open(LESSON);
                page.waitForFunction(
                        "() => performance.getEntriesByName('first-contentful-paint').length");
                millis.add(
                        ((Number)
                                        page.evaluate(
                                                "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                                .doubleValue());
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "first contentful paint of a lesson, nothing cached: median %.0f ms, slowest of 20 %.0f ms%n",
                millis.get(10), millis.getLast());
    }

    private void enrolledAdmin(Visit visit) {
        var email = UUID.randomUUID() + "@example.org";
        var page = visit.open("/sign-up");
        page.locator("#name").fill("Ada Lovelace");
        page.locator("#email").fill(email);
        page.locator("#password").fill("correct horse battery");
        page.locator("main form button.primary").click();
        visit.open(COURSE);
        page.locator("form[action$=enrol] button").click();
        people.give(email, Role.ADMIN);
    }
}
