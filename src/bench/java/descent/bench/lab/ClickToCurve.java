package descent.bench.lab;

import com.microsoft.playwright.Page;
import descent.bench.site.Chromium;
import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * From the click on "Run" to the finished curve on the screen, and to the pictures below it, in a
 * real browser: the run that the lab begins with, each time by another seed, so that none is
 * replayed.
 */
public final class ClickToCurve {
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;

    /**
     * Milliseconds until the row says "finished" and the frame with it and the whole curve has been
     * painted, and until the pictures of the last step have been.
     */
    private static final String CLICK =
            """
            () => new Promise((resolve) => {
                const began = performance.now();
                const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now() - began)));
                const awaits = (there, then) => {
                    const look = () => {
                        if (!there()) return;
                        observer.disconnect();
                        painted(then);
                    };
                    const observer = new MutationObserver(look);
                    observer.observe(document.querySelector('.lab-results'), { childList: true, subtree: true, characterData: true });
                };
                const curve = new Promise((drawn) => awaits(
                    () => document.querySelector('[data-runs] tbody tr')?.textContent.includes('finished'), drawn));
                const pictures = new Promise((drawn) => awaits(
                    () => document.querySelector('[data-inside=surface] [data-at]').textContent.endsWith('step 1,000'), drawn));
                Promise.all([curve, pictures]).then(resolve);
                document.querySelector('[data-run]').click();
            })
            """;

    private ClickToCurve() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var chromium = new Chromium()) {
            var page = chromium.browser().newPage();
            signUp(page, program);
            page.navigate(program.site() + "/lab");
            page.waitForSelector("[data-lab]:not([hidden])");
            // The seed's field lies in a part that begins closed.
            page.evaluate(
                    "document.querySelectorAll('[data-lab] details').forEach((d) => { d.open = true; })");
            var curve = new Latencies();
            var pictures = new Latencies();
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                var millis = click(page, i);
                if (i >= WARM_UP) {
                    curve.add(duration(millis.getFirst()));
                    pictures.add(duration(millis.getLast()));
                }
            }
            System.out.println("click to finished curve: " + curve);
            System.out.println("click to all pictures:   " + pictures);
        }
    }

    private static Duration duration(Object millis) {
        return Duration.ofNanos((long) (((Number) millis).doubleValue() * 1e6));
    }

    private static List<?> click(Page page, int i) {
        var checked =
                page.waitForResponse(
                        "**/lab/check", () -> page.fill("[data-path=seed]", "" + (1000 + i)));
        checked.finished();
        page.waitForTimeout(100);
        var millis = (List<?>) page.evaluate(CLICK);
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
