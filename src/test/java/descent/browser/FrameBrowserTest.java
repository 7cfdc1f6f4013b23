package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The frame of every page in a real browser, seen on the page for unknown addresses. */
@QuarkusTest
class FrameBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @Test
    void unknownAddressGetsAPageOfOurs() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/no/such/page");
            assertThat(page.locator("h1")).hasText("Nothing here");
            visit.assertAccessible();
            visit.assertFitsTheScreen();
            visit.expectTrouble("404");
        }
    }

    /** What a telephone shows when the site is put on its first screen. */
    @Test
    void manifestNamesIconsOfTheirSizes() {
        try (var visit = chromium.visit(root)) {
            var fitting =
                    visit.open("/help")
                            .evaluate(
                                    """
                                    async () => {
                                      const { icons } = await (await fetch('/manifest.webmanifest')).json();
                                      return Promise.all(icons.map(async ({ src, sizes }) => {
                                        const image = new Image();
                                        image.src = src;
                                        await image.decode();
                                        return sizes === 'any' || sizes === `${image.naturalWidth}x${image.naturalHeight}`;
                                      }));
                                    }
                                    """);
            assertEquals(List.of(true, true, true, true), fitting);
        }
    }

    @Test
    void complaintOfTheBrowserFailsTheTest() {
        var visit = chromium.visit(root);
        visit.open("/favicon.svg");
        visit.page().evaluate("() => console.error('a fault')");
        var failure = assertThrows(AssertionError.class, visit::close);
        assertTrue(failure.getMessage().contains("a fault"), failure.getMessage());
    }

    @Test
    void requestToAnotherHostFailsTheTest() {
        var visit = chromium.visit(root);
        visit.open("/favicon.svg");
        visit.page().evaluate("() => fetch('http://another.invalid/').catch(() => 0)");
        var failure = assertThrows(AssertionError.class, visit::close);
        assertTrue(failure.getMessage().contains("another.invalid"), failure.getMessage());
    }
}
