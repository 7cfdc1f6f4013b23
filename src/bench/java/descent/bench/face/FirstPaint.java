package descent.bench.face;

import descent.bench.site.Browser;
import descent.bench.site.Chromium;
import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.time.Duration;
import java.util.List;

/**
 * First contentful paint of the pages that visitors open, in a real browser that has nothing of
 * them in its cache.
 */
public final class FirstPaint {
    private static final int WARM_UP = 5;
    private static final int TIMES = 30;
    private static final String COURSE = "/courses/" + Browser.COURSE;

    private static final List<String> PAGES =
            List.of("/", COURSE, COURSE + "/lessons/optimizers", COURSE + "/glossary", "/lab");

    /** Milliseconds since the navigation began; once there is one. */
    private static final String PAINT =
            """
            () => new Promise((resolve) => new PerformanceObserver((list) => {
                for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
            }).observe({ type: 'paint', buffered: true }))
            """;

    private FirstPaint() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var chromium = new Chromium()) {
            for (var path : PAGES) {
                var paints = new Latencies();
                for (int i = 0; i < WARM_UP + TIMES; i++) {
                    var paint = paint(chromium, program.site() + path);
                    if (i >= WARM_UP) {
                        paints.add(paint);
                    }
                }
                System.out.println(path + ": " + paints);
            }
        }
    }

    private static Duration paint(Chromium chromium, String address) {
        try (var context = chromium.browser().newContext()) {
            var page = context.newPage();
            var answer = page.navigate(address);
            if (answer.status() != 200) {
                throw new IllegalStateException(address + " was answered by " + answer.status());
            }
            var millis = ((Number) page.evaluate(PAINT)).doubleValue();
            return Duration.ofNanos((long) (millis * 1e6));
        }
    }
}
