package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
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
