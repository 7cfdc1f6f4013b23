package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import descent.testing.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SearchBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    /** The index is filled in the background. */
    @BeforeEach
    void theSampleCanBeFound() {
        try (var visit = chromium.visit(root)) {
            Eventually.isTrue(
                    "the sample course can be found",
                    () -> visit.open("/search?q=slope").locator("[data-hit]").first().isVisible());
        }
    }

    @Test
    void slashWordEnterArrowEnter() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/courses/sample");
            var keys = page.keyboard();
            keys.press("/");
            assertThat(page.locator(".site-search input")).isFocused();
            keys.type("mutliple w/g");
            assertThat(page.locator(".site-search input")).hasValue("mutliple w/g");
            keys.press("Enter");
            assertThat(page.locator("main .notice")).containsText("Did you mean multiple");
            page.waitForLoadState();
            keys.press("/");
            assertThat(page.locator("#q")).isFocused();
            keys.press("ArrowDown");
            assertThat(page.locator("[data-hit]").first()).isFocused();
            keys.press("ArrowUp");
            assertThat(page.locator("#q")).isFocused();
            keys.press("ArrowDown");
            keys.press("Enter");
            assertThat(page)
                    .hasURL(Pattern.compile("/courses/sample/lessons/walking-downhill#step$"));
            assertThat(page.locator("#step")).isInViewport();
        }
    }

    @Test
    void slashCanBeTurnedOffAndLeadsToThePageOfTheSearchOnAPhone() {
        try (var visit = chromium.visit(root, o -> o.setViewportSize(390, 800))) {
            var page = visit.open("/courses/sample");
            page.keyboard().press("/");
            assertThat(page).hasURL(Pattern.compile("/search$"));
            assertThat(page.locator("#q")).isFocused();
            page.locator("[data-slash] input").uncheck();
            visit.open("/courses/sample");
            page.keyboard().press("/");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.locator("[data-search-page]").click();
            assertThat(page.locator("[data-slash] input")).not().isChecked();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void pagesAreAccessibleAndFitTheScreen(int width, ColorScheme colours) {
        try (var visit =
                chromium.visit(root, o -> o.setViewportSize(width, 800).setColorScheme(colours))) {
            for (var path :
                    new String[] {
                        "/search",
                        "/search?q=rate",
                        "/search?q=rate&kind=lessons",
                        "/search?q=nosuchthing",
                        "/help",
                        "/help/learners"
                    }) {
                visit.open(path);
                visit.assertAccessible();
                visit.assertFitsTheScreen();
            }
        }
    }
}
