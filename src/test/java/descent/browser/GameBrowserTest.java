package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.game.GameGlossary;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The four games in a real browser, by keyboard alone and by touch. */
@QuarkusTest
class GameBrowserTest {
    /** What a hand takes for a card or a key: nobody is faster, says the server. */
    private static final Duration HAND = Duration.ofMillis(100);

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;
    @Inject TestCourses courses;

    private String games(Visit visit) {
        var course =
                courses.published(new Sample().with("sample/glossary.yaml", GameGlossary.TEXT));
        visit.signedIn(Client.enrolled(course));
        return "/courses/" + course + "/games";
    }

    private static void press(Page page, String label) {
        page.locator("button", new Page.LocatorOptions().setHasText(label)).first().focus();
        page.keyboard().press("Enter");
    }

    @Test
    void allFourArePlayedByKeyboardAlone() {
        try (var visit = chromium.visit(root)) {
            var games = games(visit);
            var page = visit.page();
            var clock = MovableClock.install();
            pairs(visit, page, games, clock);
            maths(visit, page, games);
            typing(visit, page, games, clock);
            words(visit, page, games);
            visit.open(games);
            visit.picture("games");
        }
    }

    private static void pairs(Visit visit, Page page, String games, MovableClock clock) {
        visit.open(games + "/pairs");
        visit.assertAccessible();
        press(page, "Play");
        var cards = page.locator(".pairs button");
        assertThat(cards.first()).isFocused();
        page.keyboard().press("Space");
        assertThat(cards.first()).hasAttribute("data-state", "open");
        visit.assertAccessible();
        visit.picture("game-pairs");
        page.keyboard().press("ArrowRight");
        assertThat(cards.nth(1)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(cards.nth(5)).isFocused();
        page.keyboard().press("ArrowUp");
        var texts = new HashMap<String, Integer>();
        texts.put(cards.first().textContent(), 0);
        for (int i = 1; i < 12; i++) {
            turn(page, i, clock);
            texts.put(cards.nth(i).textContent(), i);
        }
        var hidden = new HashMap<>(GameGlossary.meanings());
        hidden.keySet().removeIf(term -> page.locator(found(texts.get(term))).count() > 0);
        for (var pair : hidden.entrySet()) {
            turn(page, texts.get(pair.getKey()), clock);
            cards.nth(texts.get(pair.getValue())).focus();
            page.keyboard().press("Enter");
            // The last pair leads to the result.
            page.locator(found(texts.get(pair.getKey())) + ", .game-score").first().waitFor();
            clock.forward(HAND);
        }
        assertThat(page.locator(".facts dd").first()).hasText("6 of 6");
        visit.assertAccessible();
    }

    private static String found(int card) {
        return ".pairs li:nth-child(%d) [data-state=found]".formatted(card + 1);
    }

    /** Waits for the card to lie open, since the next must not come at once. */
    private static void turn(Page page, int card, MovableClock clock) {
        var button = page.locator(".pairs button").nth(card);
        button.focus();
        page.keyboard().press("Enter");
        assertThat(button).not().hasAttribute("data-state", "down");
        clock.forward(HAND);
    }

    private static void maths(Visit visit, Page page, String games) {
        visit.open(games + "/maths");
        press(page, "Play");
        var field = page.locator("#game-answer");
        assertThat(field).isFocused();
        visit.assertAccessible();
        var text = page.locator(".question-text");
        var first = text.textContent();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-said]")).containsText("It was");
        assertThat(text).not().hasText(first);
        page.keyboard().type("x");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-trouble]")).containsText("An answer is a number");
        assertEquals("x", field.inputValue());
        visit.expectTrouble("422");
        press(page, "Pause");
        assertThat(page.locator("[data-stage]")).containsText("Paused.");
        assertThat(page.locator("[data-pause]")).isFocused();
        visit.assertAccessible();
        page.keyboard().press("Enter");
        assertThat(field).isFocused();
    }

    private static void typing(Visit visit, Page page, String games, MovableClock clock) {
        visit.open(games + "/typing");
        press(page, "Play");
        var field = page.locator("#game-line");
        for (int i = 1; i <= 4; i++) {
            assertThat(page.locator("[data-place]")).hasText("Line " + i + " of 4");
            assertThat(field).isFocused();
            var line = page.locator("[data-line]").textContent();
            if (i == 1) {
                page.keyboard().type("#");
                assertThat(page.locator(".typing-line .wrong")).hasCount(1);
                visit.picture("game-typing");
                visit.assertAccessible();
                page.keyboard().press("Backspace");
            }
            page.keyboard().type(line.substring(0, line.length() - 1));
            clock.forward(HAND.multipliedBy(line.length()));
            page.keyboard().type(line.substring(line.length() - 1));
        }
        assertThat(page.locator(".facts dd").last()).hasText("4 of 4");
        visit.picture("game-typing-result");
        assertThat(page.locator(".heat li.heat-0").first()).isVisible();
        visit.assertAccessible();
    }

    private static void words(Visit visit, Page page, String games) {
        visit.open(games + "/words");
        press(page, "Play");
        for (int i = 1; i <= 6; i++) {
            assertThat(page.locator("[data-place]")).hasText("Word " + i + " of 6");
            visit.picture("game-words-" + i);
            visit.assertAccessible();
            page.keyboard().press("Escape");
        }
        assertThat(page.locator(".facts dd").first()).hasText("0 of 6");
        assertThat(page.locator("tbody tr")).hasCount(6);
        visit.picture("game-words-result");
    }

    @Test
    void numbersHaveKeysOnATouchScreen() {
        try (var visit =
                chromium.visit(
                        root,
                        o ->
                                o.setViewportSize(390, 844)
                                        .setHasTouch(true)
                                        .setIsMobile(true)
                                        .setColorScheme(ColorScheme.DARK))) {
            var games = games(visit);
            var page = visit.open(games + "/maths");
            page.locator("main form button.primary").tap();
            page.locator(".keypad button").first().tap();
            page.locator(".keypad button[aria-label=minus]").tap();
            assertThat(page.locator("#game-answer")).hasValue("1−");
            page.locator(".keypad button[aria-label=delete]").tap();
            visit.assertFitsTheScreen();
            visit.assertAccessible();
            visit.picture("game-maths-phone");
            page.locator(".question-line button").tap();
            assertThat(page.locator("[data-said]")).hasText(Pattern.compile("Right|It was"));
            visit.open(games + "/pairs");
            page.locator("main form button.primary").tap();
            page.locator(".pairs button").nth(3).tap();
            assertThat(page.locator(".pairs button").nth(3)).hasAttribute("data-state", "open");
            visit.picture("game-pairs-phone");
            visit.assertFitsTheScreen();
            visit.assertAccessible();
        }
    }

    @Test
    void withoutScriptsThePageSaysWhatItNeeds() {
        try (var visit = chromium.visit(root, o -> o.setJavaScriptEnabled(false))) {
            var games = games(visit);
            var page = visit.open(games + "/words");
            page.locator("main form button.primary").click();
            assertTrue(page.locator("main").textContent().contains("needs JavaScript"));
        }
    }
}
