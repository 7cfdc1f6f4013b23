package descent.bench.lab;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * From the click on "Run" to the finished curve on the screen, in a real browser: the run that the
 * lab begins with, each time by another seed, so that none is replayed.
 */
public final class ClickToCurve {
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;

    /** Resolves when the row says "finished" and the frame with it has been painted. */
    private static final String CLICK =
            """
            () => new Promise((resolve) => {
                const began = performance.now();
                const look = () => {
                    const row = document.querySelector('[data-runs] tbody tr');
                    if (row && row.textContent.includes('finished')) {
                        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
                    } else {
                        requestAnimationFrame(look);
                    }
                };
                document.querySelector('[data-run]').click();
                look();
            })
            """;

    private ClickToCurve() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser =
                        playwright
                                .chromium()
                                .launch(
                                        new BrowserType.LaunchOptions()
                                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                                .setArgs(
                                                        List.of(
                                                                "--no-sandbox",
                                                                "--disable-gpu")))) {
            var page = browser.newPage();
            signUp(page, program);
            page.navigate(program.site() + "/lab");
            page.waitForSelector("[data-lab]:not([hidden])");
            // The seed's field lies in a part that begins closed.
            page.evaluate(
                    "document.querySelectorAll('[data-lab] details').forEach((d) => { d.open = true; })");
            var times = new Latencies();
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                double millis = clickToCurve(page, i);
                if (i >= WARM_UP) {
                    times.add(Duration.ofNanos((long) (millis * 1e6)));
                }
            }
            System.out.println("click to finished curve: " + times);
        }
    }

    private static double clickToCurve(Page page, int i) {
        var checked =
                page.waitForResponse(
                        "**/lab/check", () -> page.fill("[data-path=seed]", "" + (1000 + i)));
        checked.finished();
        page.waitForTimeout(100);
        double millis = ((Number) page.evaluate(CLICK)).doubleValue();
        page.click("[data-runs] button[aria-label^=Remove]");
        return millis;
    }

    private static void signUp(Page page, Program program) {
        page.navigate(program.site() + "/sign-up");
        page.fill("#name", "Ada");
        page.fill("#email", UUID.randomUUID() + "@example.org");
        page.fill("#password", "four words without sense");
        page.click("main form button.primary");
        page.navigate(program.site() + "/courses/" + Learner.COURSE);
        page.click("form[action$=enrol] button");
    }
}
