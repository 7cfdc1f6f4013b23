package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks through graphs and down surfaces, and a challenge, in a real browser. */
@QuarkusTest
class StepsBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @Test
    void gradientsAreFollowedByKeysAndNumbersChangedInPlace() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/experiments");
            page.locator("main a[href='/experiments/backpropagation']").click();
            var now = page.locator("[data-now]");
            assertThat(now).containsText("The numbers that are given");
            page.locator("[data-go='1']").focus();
            page.keyboard().press("ArrowRight");
            assertThat(now).containsText("u1 = w1_11 · x1");
            page.keyboard().press("End");
            assertThat(now).containsText("Forward again");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(now).containsText("Backward: from u1 to x1");
            assertThat(now).containsText("arrives along several edges");
            assertThat(page).hasURL(Pattern.compile("step=50"));
            page.locator("#f-x2").fill("0.25");
            page.locator("#f-y1").focus();
            page.keyboard().type("");
            assertThat(page).hasURL(Pattern.compile("x2=0.25.*step=50"));
            assertThat(page.locator("#f-y1")).isFocused();
            assertThat(page.locator("output[data-number]")).hasText("50");
            page.locator("#f-network").focus();
            page.locator("#f-network").selectOption("2-1");
            assertThat(page.locator("#f-w2_11")).hasCount(0);
            assertThat(page.locator("#f-network")).isFocused();
            page.locator("#f-loss").selectOption("binary-cross-entropy");
            page.locator("#f-output").selectOption("tanh");
            assertThat(page.locator(".form-error")).containsText("choose sigmoid");
            page.locator("#f-output").selectOption("sigmoid");
            assertThat(page.locator(".form-error")).hasCount(0);
            assertThat(page.locator("#f-x2")).hasValue("0.25");
            visit.expectTrouble("422");
        }
    }

    @Test
    void walkPlaysByItselfToItsEndAndFitsAPhone() {
        try (var visit =
                chromium.visit(
                        root,
                        o ->
                                o.setViewportSize(390, 844)
                                        .setColorScheme(ColorScheme.DARK)
                                        .setReducedMotion(ReducedMotion.REDUCE))) {
            var page = visit.open("/experiments/backpropagation?network=2-1&step=23");
            visit.assertFitsTheScreen();
            visit.picture("backpropagation-phone");
            page.locator("[data-play]").click();
            assertThat(page.locator("[data-now]")).containsText("Forward again");
            assertThat(page.locator("[data-play]")).hasText("Play");
            assertThat(page).hasURL(Pattern.compile("step=24"));
        }
    }

    @Test
    void optimizersGoDownASurface() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/experiments/paths?step=5");
            var now = page.locator("[data-now]");
            assertThat(now).containsText("Adam, step 5");
            page.locator("[data-go='1']").click();
            assertThat(now).containsText("Adam, step 6");
            assertThat(page.locator("tr.current")).containsText("6");
            page.locator("#f-focus").selectOption("momentum");
            assertThat(now).containsText("Momentum, step 6");
            assertThat(page.locator(".arrow.memory").first()).isVisible();
            page.locator("#surface").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#f-x")).hasValue("-3.3");
            assertThat(page).hasURL(Pattern.compile("[?&]x=-3.3"));
            assertThat(page.locator("#surface")).isFocused();
            var box = page.locator("#surface").boundingBox();
            page.mouse().click(box.x + box.width / 2, box.y + box.height / 4);
            assertThat(page).hasURL(Pattern.compile("[?&]x=-?0(.0\\d?)?&"));
            page.locator("#f-sgd\\.learningRate").fill("0.5");
            page.keyboard().press("Tab");
            assertThat(page.locator(".badge.bad")).containsText("diverged at step");
            page.locator("#use-lion").check();
            assertThat(page.locator("#f-lion\\.beta1")).hasValue("0.9");
            page.locator("#f-surface").selectOption("rosenbrock");
            assertThat(page.locator("#f-x")).hasValue("-1.2");
            assertThat(page.locator("#f-sgd\\.learningRate")).hasValue("0.002");
            visit.assertAccessible();
            page.setViewportSize(390, 844);
            visit.assertFitsTheScreen();
            visit.picture("paths-phone");
        }
    }

    @Test
    void challengeIsGradedWhileOneLooks() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/sign-up");
            page.locator("#name").fill("Grace");
            page.locator("#email").fill(UUID.randomUUID() + "@example.org");
            page.locator("#password").fill("correct horse battery");
            page.locator("main form button.primary").click();
            visit.open("/courses/sample");
            page.locator("form[action$=enrol] button").click();
            visit.open("/courses/sample");
            page.locator("a[href$='/challenges']").click();
            page.locator("main a:has-text('Reach the valley')").click();
            page.locator("[name=setting]").first().fill("0.11");
            page.locator("#entry button").click();
            assertThat(page.locator("[data-verdict]")).containsText("reached, final training loss");
            assertThat(page.locator("tr.own")).containsText("Grace");
            visit.assertAccessible();
            page.setViewportSize(390, 844);
            visit.assertFitsTheScreen();
        }
    }
}
