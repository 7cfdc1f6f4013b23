package descent.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for tests, one for all classes, and one more for each thread that looks beside the
 * test's own: a browser's driver knows one thread. In a test class:
 *
 * <pre>{@code
 * @RegisterExtension static final Chromium chromium = new Chromium();
 * @TestHTTPResource URI root;
 *
 * try (var visit = chromium.visit(root)) {
 *     visit.open("/courses/sample");
 *     assertThat(visit.page().locator("h1")).hasText("…");
 * }
 * }</pre>
 *
 * <p>On a machine without chromium the class is skipped with the reason; with {@code CI=true} it
 * fails.
 */
public final class Chromium implements BeforeAllCallback {
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Function<Thread, Browser> browsers;

    @Override
    public void beforeAll(ExtensionContext context) {
        var program = program();
        if (program.isEmpty()) {
            var reason =
                    "%s needs a browser: no chromium on the PATH, and CHROMIUM names none"
                            .formatted(context.getDisplayName());
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            System.out.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(Chromium.class));
        browsers =
                thread ->
                        store.computeIfAbsent(
                                        thread, _ -> new Open(program.orElseThrow()), Open.class)
                                .browser;
    }

    /** A fresh browser profile on a wide screen. */
    public Visit visit(URI root) {
        return visit(root, options -> options);
    }

    /**
     * @param options for example {@code o -> o.setViewportSize(390, 844)}, {@code o ->
     *     o.setColorScheme(ColorScheme.DARK)}, {@code o -> o.setJavaScriptEnabled(false)}
     */
    public Visit visit(URI root, UnaryOperator<Browser.NewContextOptions> options) {
        var wide = new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-US");
        var browser = browsers.apply(Thread.currentThread());
        return new Visit(root, browser.newContext(options.apply(wide)));
    }

    private static Optional<Path> program() {
        var named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Closed by JUnit after the last class. */
    private static final class Open implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        Open(Path program) {
            playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(program)
                                            .setArgs(ARGUMENTS));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
