package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lab in a real browser: set up, run, look, compare, share, by pointer and by keys. */
@QuarkusTest
class LabBrowserTest {
    private static final String LAB = "/lab?course=sample";
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(60_000);

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @Test
    void learnerSetsUpRunsLooksComparesAndShares() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            opened(visit, LAB);
            assertThat(page.locator("[data-cost]")).containsText("1,000 steps", PATIENT);
            assertThat(page.locator(".rule pre")).containsText("m = beta1 * m");

            set(page, "stop.steps", "60");
            set(page, "seed", "12");
            assertThat(page.locator("[data-cost]")).containsText("60 steps", PATIENT);
            run(page, "First");
            assertThat(row(page, "First")).containsText("finished, 60 steps", PATIENT);
            for (var part :
                    new String[] {"surface", "confusion", "gradients", "histograms", "network"}) {
                assertThat(page.locator("[data-inside=" + part + "]")).isVisible();
            }
            visit.assertAccessible();
            visit.picture("lab-wide");

            scrubsThroughTime(page);
            readsAUnit(page);

            page.locator("[data-path='optimizer.kind']").selectOption("sgd");
            run(page, "Second");
            assertThat(row(page, "Second")).containsText("finished, 60 steps", PATIENT);
            assertThat(page.locator("[data-beginnings]"))
                    .hasText("All start from the same initial weights.");
            set(page, "seed", "13");
            run(page, "Third");
            assertThat(page.locator("[data-beginnings]"))
                    .containsText("Other initial weights than First: Third", PATIENT);

            // What is below a run that is being drawn may move away under a click.
            assertThat(row(page, "Third")).containsText("finished, 60 steps", PATIENT);
            page.locator("[data-share]").click();
            assertThat(page.locator("[data-link]")).hasValue(Pattern.compile(".*#runs=.+"));
            var link = page.locator("[data-link]").inputValue();
            page.navigate("about:blank");
            page.navigate(link);
            assertThat(row(page, "Second")).containsText("not run yet", PATIENT);
            page.locator("[data-run-all]").click();
            for (var name : new String[] {"First", "Second", "Third"}) {
                assertThat(row(page, name)).containsText("finished, 60 steps", PATIENT);
            }
        }
    }

    /** Right at the slider goes on by a point; the table below the curves says its values. */
    private static void scrubsThroughTime(Page page) {
        var values = page.locator("[data-values] tbody td").first();
        assertThat(values).hasText("60");
        var slider = page.locator("[data-timeline] input");
        slider.press("Home");
        assertThat(values).hasText("0");
        slider.press("ArrowRight");
        assertThat(values).hasText("1");
        assertThat(page.locator("[data-inside=surface] [data-at]")).hasText("First, step 0");
        page.locator("[data-curves=loss] .u-over").focus();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(values).hasText("60");
    }

    private static void readsAUnit(Page page) {
        var unit = page.locator(".network [data-unit='1.0']");
        unit.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".unit h4")).hasText("dense1, unit 1");
        assertThat(page.locator(".unit tbody tr")).hasCount(3);
        assertThat(page.locator(".unit canvas")).isVisible();
        assertEquals("1.0", page.evaluate("() => document.activeElement.dataset.unit"));
    }

    @Test
    void settingThatIsRefusedIsMarkedAndSaysWhatItMayBe() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            opened(visit, LAB);
            set(page, "batch.size", "0");
            var field = page.locator("[data-path='batch.size']");
            assertThat(field).hasAttribute("aria-invalid", "true");
            assertThat(page.locator(".lab-section .field-error"))
                    .containsText("between 1 and 20000, was 0");
            set(page, "batch.size", "8");
            assertThat(page.locator(".lab-section .field-error")).isHidden();
            page.locator(".rule button").click();
            assertThat(page.locator("[data-path='optimizer.rule']"))
                    .hasValue(Pattern.compile("^m = beta1"));
            set(page, "optimizer.rule", "w = w - learningRate * sign(g)");
            set(page, "stop.steps", "5");
            // More weights than a function of JavaScript takes arguments.
            set(page, "network.layers[0].units", "400");
            set(page, "network.layers[1].units", "400");
            run(page, "Signs");
            assertThat(row(page, "Signs")).containsText("finished, 5 steps", PATIENT);
            assertThat(page.locator(".network [data-unit='1.0']")).isVisible();
            visit.expectTrouble("422");
        }
    }

    @Test
    void visitorOpensARecordedExperimentOnAPhone() {
        Eventually.isTrue(
                "it is recorded",
                () ->
                        Client.visitor()
                                .get("/experiments/presets/sample/two-rates")
                                .asString()
                                .contains("finished, 60 steps"));
        try (var visit =
                chromium.visit(
                        root, o -> o.setViewportSize(390, 844).setColorScheme(ColorScheme.DARK))) {
            var page = visit.open("/experiments/presets/sample/two-rates");
            page.locator("a[href^='/lab']").click();
            assertThat(row(page, "Large rate")).containsText("finished, 60 steps", PATIENT);
            assertThat(page.locator("a[href^='/login?from=']")).isVisible();
            assertThat(page.locator("[data-nothing-inside]")).isVisible();
            visit.assertFitsTheScreen();
            visit.assertAccessible();
            visit.picture("lab-phone");
        }
    }

    @Test
    void expectedCurveIsDrawnByKeysAndLiesBesideTheRun() {
        try (var visit = chromium.visit(root)) {
            var page = visit.open("/experiments/presets/sample/two-rates");
            page.locator("[data-draw] > summary").click();
            page.locator("[data-draw] details summary").click();
            var slider = page.locator("[data-draw] input[type=range]").last();
            slider.press("Home");
            assertNotEquals("", page.locator(".drawn-1").getAttribute("points"));
            page.locator("[data-run]").click();
            assertThat(page.locator("[data-curves]"))
                    .containsText("Small rate, as you drew it", PATIENT);
            visit.assertAccessible();
            visit.picture("preset-drawn");
        }
    }

    /** One stream for all runs of a page, and none while nobody looks. */
    @Test
    void d22HiddenPageClosesItsStream() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            page.addInitScript(
                    """
                    window.streams = [];
                    const Real = window.EventSource;
                    window.EventSource = class extends Real {
                        constructor(url) { super(url); window.streams.push(this); }
                    };
                    window.following = () => window.streams.filter((stream) => stream.readyState !== Real.CLOSED);
                    """);
            opened(visit, LAB);
            set(page, "stop.steps", "100000");
            set(page, "network.layers[0].units", "120");
            set(page, "network.layers[1].units", "120");
            run(page, "Long");
            run(page, "Longer");
            assertThat(page.locator("[data-runs] tbody tr")).hasCount(2);
            page.waitForFunction("() => following().length === 1");
            assertTrue(
                    ((String) page.evaluate("() => following()[0].url")).split(",").length == 2,
                    "both in one");
            page.evaluate(
                    "() => { Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
                            + " document.dispatchEvent(new Event('visibilitychange')); }");
            page.waitForFunction("() => following().length === 0");
            page.evaluate(
                    "() => { Object.defineProperty(document, 'hidden', {value: false});"
                            + " document.dispatchEvent(new Event('visibilitychange')); }");
            page.waitForFunction("() => following().length === 1");
            for (var button :
                    page.locator("[data-runs] button[aria-label^=Remove]").all().reversed()) {
                button.click();
            }
        }
    }

    private static Page enrolled(Visit visit) {
        return visit.signedIn(Client.enrolled("sample"));
    }

    private static void opened(Visit visit, String path) {
        assertThat(visit.open(path).locator("[data-lab]")).isVisible();
    }

    private static void set(Page page, String path, String value) {
        var field = page.locator("[data-path='" + path + "']");
        field.evaluate(
                "field => { for (let d = field.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }");
        field.fill(value);
    }

    /** Some click twice: it is one run. */
    private static void run(Page page, String name) {
        page.locator("[data-name]").fill(name);
        page.locator("[data-run]").dblclick();
    }

    private static Locator row(Page page, String name) {
        return page.locator("[data-row='" + name + "']");
    }
}
