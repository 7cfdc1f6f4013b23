package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import descent.testing.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The player in a real browser. */
@QuarkusTest
class AudioBrowserTest {
    private static final String LESSON = "/courses/sample/lessons/walking-downhill";
    private static final String LISTEN = LESSON + "/listen/conversation";

    /** Keeps what the page wants to be told of the keys of a phone or a headset. */
    private static final String MEDIA_KEYS =
            """
            window.mediaKeys = {};
            const set = MediaSession.prototype.setActionHandler;
            MediaSession.prototype.setActionHandler = function (key, does) {
              window.mediaKeys[key] = does;
              set.call(this, key, does);
            };
            """;

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    private final String email = UUID.randomUUID() + "@example.org";

    private Page listener(Visit visit) {
        var page = visit.open("/sign-up");
        page.locator("#name").fill("Ada");
        page.locator("#email").fill(email);
        page.locator("#password").fill("correct horse battery");
        page.locator("main form button.primary").click();
        visit.open("/courses/sample");
        page.locator("form[action$=enrol] button").click();
        Eventually.isTrue(
                "the sound",
                () -> {
                    visit.open(LISTEN);
                    return page.locator("audio").count() == 1;
                });
        return page;
    }

    private static double time(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('audio').currentTime"))
                .doubleValue();
    }

    @Test
    void sentencesAreMarkedJumpedToAndThePlaceIsKeptForAnotherSession() {
        try (var visit = chromium.visit(root)) {
            var page = listener(visit);
            visit.assertAccessible();
            page.waitForFunction("() => document.querySelector('audio').readyState >= 1");
            var second = page.locator("#said-t2-1");
            double from = Double.parseDouble(second.getAttribute("data-from")) / 1000;

            // Played, slowly for machines that are: the first sentence is heard and marked.
            page.evaluate("() => { document.querySelector('audio').playbackRate = 0.1; }");
            page.locator("[data-play]").click();
            assertThat(page.locator("#said-t1-1")).hasAttribute("aria-current", "true");
            assertThat(page.locator("[data-play]")).hasText("Pause");
            page.locator("[data-play]").click();
            assertThat(page.locator("[data-play]")).hasText("Play");

            // By mouse to the second one.
            second.click();
            assertThat(second).hasAttribute("aria-current", "true");
            assertTrue(time(page) >= from, "at " + time(page));

            // By keyboard back to the first.
            second.focus();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            assertThat(page.locator("#said-t1-1")).hasAttribute("aria-current", "true");

            // Stopped within the second one, the server knows.
            page.waitForResponse(
                    answer ->
                            answer.url().endsWith("/position")
                                    && answer.status() == 204
                                    && answer.request()
                                            .postData()
                                            .equals("millis=" + Math.round(from * 1000 + 100)),
                    () ->
                            page.evaluate(
                                    "seconds => { const a = document.querySelector('audio'); a.pause(); a.currentTime = seconds; }",
                                    from + 0.1));
        }
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/login?from=" + LISTEN);
            page.locator("#email").fill(email);
            page.locator("#password").fill("correct horse battery");
            page.locator("main form button.primary").click();
            visit.open(LISTEN);
            assertThat(page.locator("#said-t2-1")).hasAttribute("aria-current", "true");
            assertTrue(time(page) > 0.5, "goes on at " + time(page));
        }
    }

    /** By the keys of this page and by those of a phone, which the page gives to the browser. */
    @Test
    void keysPlayAndSkipAndTheNextPartFollowsOn() {
        try (var visit = chromium.visit(root)) {
            visit.page().addInitScript(MEDIA_KEYS);
            var page = listener(visit);
            Eventually.isTrue(
                    "the next sound",
                    () -> {
                        visit.open(LESSON + "/listen/audiobook");
                        return page.locator("audio").count() == 1;
                    });
            visit.open(LISTEN);
            page.waitForFunction("() => document.querySelector('audio').readyState >= 1");
            page.locator("[data-speed]").selectOption("0.75");
            assertEquals(
                    0.75,
                    page.evaluate("() => document.querySelector('audio').defaultPlaybackRate"));
            page.locator("[data-play]").focus();
            page.keyboard().press("k");
            assertThat(page.locator("[data-play]")).hasText("Pause");
            assertEquals(
                    "Fog on the hill",
                    page.evaluate("() => navigator.mediaSession.metadata.title"));
            page.evaluate("() => mediaKeys.pause()");
            assertThat(page.locator("[data-play]")).hasText("Play");
            page.evaluate("() => { document.querySelector('audio').currentTime = 1; }");
            page.keyboard().press("j");
            page.waitForFunction("() => document.querySelector('audio').currentTime === 0");
            page.evaluate("() => { document.querySelector('audio').currentTime = 1; }");
            page.evaluate("() => mediaKeys.seekbackward()");
            page.waitForFunction("() => document.querySelector('audio').currentTime === 0");

            page.evaluate(
                    "() => { const a = document.querySelector('audio'); a.currentTime = a.duration - 0.3; }");
            page.evaluate("() => mediaKeys.play()");
            assertThat(page).hasURL(Pattern.compile(".*/listen/audiobook"));
            assertThat(page.locator("h1")).hasText("Walking downhill");
            assertThat(page.locator("nav.trail [aria-current]")).hasText("Audiobook");
            assertThat(page.locator("[data-play]")).hasText("Pause");
            assertThat(page.locator("[data-play]")).isFocused();
        }
    }

    @Test
    void playerComesIntoTheLessonAndFitsAPhone() {
        try (var visit =
                chromium.visit(
                        root, o -> o.setViewportSize(390, 800).setColorScheme(ColorScheme.DARK))) {
            var page = listener(visit);
            visit.picture("listen-phone");
            visit.assertFitsTheScreen();
            visit.open(LESSON);
            var part = page.locator("[data-part=conversation]");
            part.scrollIntoViewIfNeeded();
            assertThat(part.locator("[data-player] audio")).isVisible();
            assertThat(part.locator("details")).isHidden();
            visit.assertAccessible();
            visit.assertFitsTheScreen();
            visit.open("/courses/sample/listen");
            visit.picture("listening-phone");
        }
    }

    @Test
    void visitorsKeepTheTranscriptAndTheLink() {
        try (var visit = chromium.visit(root, o -> o.setJavaScriptEnabled(false))) {
            var page = visit.open(LESSON);
            assertThat(page.locator("[data-part=conversation] a[data-listen]")).isVisible();
            page.locator("[data-part=conversation] summary").click();
            assertThat(page.locator("#turn-t1")).isVisible();
        }
    }

    @Test
    void partIsHeardAndReadWithoutScripts() {
        try (var visit = chromium.visit(root, o -> o.setJavaScriptEnabled(false))) {
            var page = listener(visit);
            assertThat(page.locator("#said-t1-1")).isVisible();
            assertThat(page.locator("audio")).isVisible();
            assertThat(page.locator("[data-controls]").first()).isHidden();
            visit.picture("listen-plain");
        }
    }
}
