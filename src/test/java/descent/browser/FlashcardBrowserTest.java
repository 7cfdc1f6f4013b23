package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cards in a real browser: by keyboard, and without scripts by mouse. */
@QuarkusTest
class FlashcardBrowserTest {
    private static final String CARDS = "/courses/sample/cards";

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    private static Page enrolled(Visit visit) {
        return visit.signedIn(Client.enrolled("sample"));
    }

    @Test
    void cardsAreReviewedByKeyboardAlone() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            visit.open(CARDS + "/review");
            var front = page.locator(".flashcard-front");
            assertThat(front).hasText("Which way does a step go?");
            assertThat(page.locator(".flashcard-back")).isHidden();
            page.keyboard().press("3");
            assertThat(front).hasText("Which way does a step go?");
            page.keyboard().press("Space");
            assertThat(page.locator(".flashcard-back")).isVisible();
            visit.assertAccessible();
            page.keyboard().press("4");
            assertThat(front).containsText("sets the length of a step");
            page.waitForLoadState();
            page.keyboard().press("Space");
            page.keyboard().press("Space");
            assertThat(front).hasText("gradient");
            Eventually.isTrue(
                    "the sound of the word",
                    () -> {
                        page.reload();
                        return page.locator("[data-sound]").count() == 1;
                    });
            var played = "document.querySelector('[data-sound] audio').played.length";
            assertEquals(0, page.evaluate(played));
            page.keyboard().press("p");
            page.waitForFunction("() => " + played + " > 0");
            visit.picture("flashcard-sound");
            visit.assertAccessible();
            page.keyboard().press("u");
            assertThat(front).containsText("sets the length of a step");
        }
    }

    @Test
    void spaceOnTheButtonItselfShowsTheAnswerToo() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            visit.open(CARDS + "/review");
            page.locator(".flashcard-answer summary").focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".flashcard-back")).isVisible();
        }
    }

    @Test
    void cardsAreReviewedWithoutScriptsOnAPhone() {
        try (var visit =
                chromium.visit(
                        root,
                        o ->
                                o.setJavaScriptEnabled(false)
                                        .setViewportSize(390, 800)
                                        .setColorScheme(ColorScheme.DARK))) {
            var page = enrolled(visit);
            visit.open(CARDS + "/review");
            page.locator(".flashcard-answer summary").click();
            visit.picture("flashcard-phone");
            page.locator(".rating-4").click();
            assertThat(page.locator(".flashcard-front")).containsText("sets the length of a step");
            page.locator(".undo button").click();
            assertThat(page.locator(".flashcard-front")).hasText("Which way does a step go?");
            Eventually.isTrue(
                    "the sound of the word",
                    () -> {
                        visit.open(CARDS + "/review?card=term.gradient.front");
                        return page.locator(".flashcard-sound audio[controls]").isVisible();
                    });
            visit.assertFitsTheScreen();
            visit.picture("flashcard-sound-phone");
        }
    }

    @Test
    void overviewFitsPhoneAndDesk() {
        try (var visit = chromium.visit(root, o -> o.setViewportSize(390, 800))) {
            var page = enrolled(visit);
            visit.open(CARDS);
            visit.assertFitsTheScreen();
            visit.picture("flashcards-phone");
            page.setViewportSize(1280, 900);
            visit.picture("flashcards-wide");
            visit.open(CARDS + "/review");
            page.keyboard().press("Space");
            visit.picture("flashcard-wide");
        }
    }
}
