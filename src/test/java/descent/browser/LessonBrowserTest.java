package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LessonBrowserTest {
    private static final String LESSON = "/courses/sample/lessons/walking-downhill";

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK", "320, LIGHT"})
    void pagesAreAccessibleAndFitTheScreen(int width, ColorScheme colours) {
        try (var visit =
                chromium.visit(root, o -> o.setViewportSize(width, 800).setColorScheme(colours))) {
            for (var path :
                    new String[] {
                        "/", "/courses/sample", LESSON, "/courses/sample/glossary", "/login"
                    }) {
                visit.open(path);
                visit.assertAccessible();
                visit.assertFitsTheScreen();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void summaryOfAnotherDepthIsShownAndRemembered(boolean scripts) {
        try (var visit = chromium.visit(root, o -> o.setJavaScriptEnabled(scripts))) {
            var page = visit.open(LESSON);
            var summary = page.locator("#summary");
            assertThat(summary.locator("[data-depth=basic]")).isVisible();
            var remembered =
                    page.waitForResponse(
                            answer -> answer.request().method().equals("POST"),
                            () -> summary.getByText("Detailed").click());
            assertThat(summary.locator("[data-depth=detailed]")).isVisible();
            assertThat(summary.locator("[data-depth=basic]")).isHidden();
            assertThat(summary.getByText("Detailed")).hasAttribute("aria-pressed", "true");
            assertEquals(303, remembered.status());

            visit.open("/courses/sample/lessons/noise");
            assertThat(page.locator("#summary [data-depth=detailed]")).isVisible();
        }
    }

    @Test
    void figureAndFormulasAreDrawn() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open(LESSON);
            var figure = page.locator("figure img");
            figure.scrollIntoViewIfNeeded();
            page.waitForFunction("() => document.querySelector('figure img').complete");
            assertEquals(320, figure.evaluate("image => image.naturalWidth"));
            var formula = page.locator(".formula .katex-html").first().boundingBox();
            assertEquals(true, formula.height > 15 && formula.width > 60, "a formula on one line");
            assertEquals(
                    true,
                    page.evaluate("() => document.fonts.check('16px KaTeX_Main')"),
                    "in its own font");
        }
    }

    @Test
    void nothingMovesWhileALessonLoads() {
        try (var visit = chromium.visit(root)) {
            var page = visit.page();
            page.addInitScript(
                    "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
                            + ".observe({type: 'layout-shift', buffered: true})");
            visit.open(LESSON);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            double shift = ((Number) page.evaluate("() => window.shift")).doubleValue();
            assertEquals(0, shift, 0.01);
        }
    }

    @Test
    void outlineLeadsThroughTheLessonOnAPhone() {
        try (var visit = chromium.visit(root, o -> o.setViewportSize(390, 800))) {
            var page = visit.open(LESSON);
            var link = page.locator(".outline a[href='#rate']");
            assertThat(link).isHidden();
            page.locator(".outline summary").click();
            link.click();
            assertThat(page.locator("#rate")).isInViewport();
        }
    }
}
