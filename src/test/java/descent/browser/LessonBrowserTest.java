package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LessonBrowserTest {
    private static final String LESSON = "/courses/sample/lessons/walking-downhill";

    private static final String FILES =
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(each => each.initiatorType !== 'img' && !each.name.endsWith('.woff2'))
              .map(each => [each.name, each.transferSize])
            """;

    private static final Set<String> FIRST = Set.of("document", "stylesheet");

    private static final String BEFORE_FIRST_PAINT =
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(each => each.entryType === 'navigation' || each.renderBlockingStatus === 'blocking')
              .reduce((sum, each) => sum + each.transferSize, 0)
            """;

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @Inject TestCourses courses;

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
    void lessonIsLightAndNothingMovesWhileItLoads() {
        try (var visit = chromium.visit(root)) {
            assertLightAndStill(visit, LESSON);
        }
    }

    /** What a first visit loads, compressed, but for fonts and pictures. */
    static void assertLightAndStill(Visit visit, String lesson) {
        var page = visit.page();
        page.addInitScript(
                "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
                        + ".observe({type: 'layout-shift', buffered: true})");
        visit.open(lesson);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(0, number(page.evaluate("() => window.shift")), 0.02);
        var files = String.valueOf(page.evaluate(FILES));
        double bytes =
                number(
                        page.evaluate(
                                "() => ("
                                        + FILES
                                        + ")().reduce((sum, [, size]) => sum + size, 0)"));
        assertTrue(bytes > 10_000 && bytes <= 100_000, bytes + " bytes: " + files);
    }

    /**
     * The text is there as soon as the page and its styles are: the rest, as slow as it may be, is
     * waited for by nobody.
     */
    @Test
    void firstPaintWaitsForThePageAndItsStylesAlone() {
        try (var visit = chromium.visit(root)) {
            var held = new ArrayList<Route>();
            var page = visit.page();
            page.route(
                    "**/*",
                    route -> {
                        if (FIRST.contains(route.request().resourceType())) {
                            route.resume();
                        } else {
                            held.add(route);
                        }
                    });
            page.navigate(
                    root.resolve(LESSON).toString(),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForFunction(
                    "() => performance.getEntriesByName('first-contentful-paint').length");
            assertThat(page.locator("h1")).hasText("Walking downhill");
            assertTrue(!held.isEmpty(), "a script is held back");
            var bytes = number(page.evaluate(BEFORE_FIRST_PAINT));
            assertTrue(bytes > 5_000 && bytes <= 60_000, bytes + " bytes before the first paint");
            page.unroute("**/*");
            held.forEach(Route::resume);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void assetsAreKeptForeverAndPagesAreAskedForAnew() {
        try (var visit = chromium.visit(root)) {
            var kept = new HashMap<String, String>();
            visit.page()
                    .onResponse(answer ->
                            kept.put(
                                    URI.create(answer.url()).getPath(),
                                    answer.headers().getOrDefault("cache-control", "")));
            visit.open(LESSON);
            visit.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertEquals("private, no-cache", kept.remove(LESSON));
            kept.keySet().removeIf(path -> !path.startsWith("/static/"));
            assertTrue(kept.size() >= 4, kept::toString);
            kept.forEach((path, header) ->
                    assertTrue(header.contains("immutable"), path + ": " + header));
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

    private static Page enrolled(Visit visit, String course) {
        return visit.signedIn(Client.enrolled(course));
    }

    /** As with the mouse, or with the keyboard's own cursor. */
    private static void select(Page page, String words) {
        page.evaluate(
                """
                words => {
                  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
                  while (!walker.nextNode().data.includes(words));
                  const node = walker.currentNode;
                  const from = node.data.indexOf(words);
                  getSelection().setBaseAndExtent(node, from, node, from + words.length);
                }\
                """,
                words);
        assertThat(page.locator(".margin-bar")).isVisible();
    }

    /** A form is sent, and the page as it is then has come. */
    private static void kept(Page page, String lesson, Runnable deed) {
        page.waitForResponse(
                answer ->
                        answer.request().method().equals("GET")
                                && URI.create(answer.url()).getPath().equals(lesson),
                deed);
    }

    private static Object highlights(Page page) {
        return page.evaluate("() => [...CSS.highlights.get('margin')].map(String).join('|')");
    }

    /** Marked words are found again in the text, also in a later one, as long as they are there. */
    @Test
    void passagesAreHighlightedAndNotedInTheText() {
        var course = courses.published(new Sample());
        var lesson = "/courses/" + course + "/lessons/walking-downhill";
        try (var visit = chromium.visit(root, o -> o.setViewportSize(390, 800))) {
            var page = enrolled(visit, course);
            visit.open(lesson);
            select(page, "sets the length");
            visit.assertAccessible();
            page.keyboard().press("Tab");
            assertThat(page.locator(".margin-bar button").first()).isFocused();
            kept(page, lesson, () -> page.keyboard().press("Enter"));
            var margin = page.locator("[data-margin=rate]");
            assertThat(margin.locator("summary .badge")).hasText("1");
            assertEquals("sets the length", highlights(page));

            select(page, "In the end");
            page.getByText("Write a note", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(margin.locator("textarea")).isFocused();
            page.keyboard().type("At which end?");
            // By keys: a click may miss while figures that have just come push the page down.
            kept(page, lesson, () -> margin.getByText("Keep it").press("Enter"));
            assertThat(margin.locator("summary .badge")).hasText("2");
            assertThat(margin.locator(".margin-text")).hasText("At which end?");
            kept(page, lesson, () -> margin.getByText("Bookmark this section").press("Enter"));
            assertThat(margin.locator("summary .badge.good")).hasText("bookmarked");
            visit.assertAccessible();
            visit.assertFitsTheScreen();
            visit.picture("margin-phone");

            var path = Sample.LESSON + "lesson.md";
            courses.change(
                    course,
                    path,
                    new Sample()
                            .text(path)
                            .replace("sets the length", "gives the length")
                            .replace("In the end", "It began well. In the end"));
            visit.open(lesson);
            assertEquals("In the end", highlights(page));
            margin.locator("> summary").click();
            assertThat(margin.locator("[data-lost]").first()).isVisible();
            assertThat(margin.locator("[data-lost]").last()).isHidden();

            visit.open("/courses/" + course + "/notes");
            visit.assertAccessible();
            visit.assertFitsTheScreen();
            visit.picture("notes-phone");
        }
    }
}
