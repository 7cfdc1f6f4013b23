package descent.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import descent.testing.Client;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One person's visit, with cookies of its own. Closing it asserts that no page wrote an error to
 * the console (a violation of the content security policy is one) and that nothing was asked of
 * another host.
 */
public final class Visit implements AutoCloseable {
    private static final String AXE = AxeBuilder.getAxeScript();
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /** What sticks lies over what is scrolled below it: where, would be a matter of chance. */
    private static final String NOTHING_STICKS =
            """
            () => document.querySelectorAll('body *').forEach(e => {
              if (getComputedStyle(e).position === 'sticky') {
                e.style.position = 'static';
                e.dataset.stuck = '';
              }
            })
            """;

    private static final String AS_BEFORE =
            """
            () => document.querySelectorAll('[data-stuck]').forEach(e => {
              e.style.position = '';
              delete e.dataset.stuck;
            })
            """;

    private static final String FIND =
            """
            what => axe.run(document, { runOnly: what, resultTypes: ['violations'] }).then(found =>
              found.violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`)))
            """;

    private static final String SCROLL_THROUGH =
            """
            async () => {
              for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
                scrollTo({ top: y, behavior: 'instant' });
                await new Promise(then => setTimeout(then, 100));
              }
              scrollTo({ top: 0, behavior: 'instant' });
            }
            """;

    private final URI root;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    Visit(URI root, BrowserContext context) {
        this.root = root;
        this.context = context;
        context.onPage(this::listen);
        this.page = context.newPage();
    }

    private void listen(Page opened) {
        opened.onPageError(error -> troubles.add("error: " + error));
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text() + " at " + message.location());
            }
        });
        opened.onRequest(request -> {
            var asked = URI.create(request.url().split("[?#]")[0]);
            boolean overNetwork = !List.of("data", "blob").contains(asked.getScheme());
            if (overNetwork && !root.getAuthority().equals(asked.getAuthority())) {
                troubles.add("another host was asked: " + request.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /**
     * @param path from the root of the site: {@code /courses/sample}
     */
    public Page open(String path) {
        page.navigate(root.resolve(path).toString());
        return page;
    }

    /** Makes it the browser in which somebody is signed in. */
    public Page signedIn(Client person) {
        var session = new Cookie("descent-session", person.cookie(Client.SESSION_COOKIE));
        context.addCookies(List.of(session.setUrl(root.toString())));
        return page;
    }

    /** Takes back the troubles that the test meant to cause: those whose text contains this. */
    public void expectTrouble(String part) {
        if (!troubles.removeIf(trouble -> trouble.contains(part))) {
            throw new AssertionError("no \"" + part + "\" in " + troubles);
        }
    }

    /** No violation of WCAG 2.2 AA that a program can see. */
    public void assertAccessible() {
        assertEquals(List.of(), violations(), page.url());
    }

    /** What axe finds on this page, as it is now, against WCAG 2.2 AA. */
    public List<String> violations() {
        return found(WCAG);
    }

    /** The same, by these rules alone. */
    public List<String> violationsOf(String... rules) {
        return found(Map.of("type", "rule", "values", List.of(rules)));
    }

    private List<String> found(Object what) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        page.evaluate(NOTHING_STICKS);
        var found = ((List<?>) page.evaluate(FIND, what)).stream().map(String::valueOf).toList();
        page.evaluate(AS_BEFORE);
        return found;
    }

    /** Nothing sticks out sideways. */
    public void assertFitsTheScreen() {
        assertEquals(0, tooWideBy(), "pixels wider than the screen: " + page.url());
    }

    public int tooWideBy() {
        return (int)
                page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /**
     * The whole page as a picture in {@code target/pictures}, for people to look at: where {@code
     * -Dpictures=true} asks for them. What comes when it is scrolled to has come.
     */
    public void picture(String name) {
        if (Boolean.getBoolean("pictures")) {
            page.evaluate(SCROLL_THROUGH);
            page.waitForTimeout(500);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pictures", name + ".png")));
        }
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), troubles, "what the browser complained of");
    }
}
