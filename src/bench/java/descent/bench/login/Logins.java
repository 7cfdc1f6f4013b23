package descent.bench.login;

import descent.bench.site.Browser;
import descent.bench.site.OpenLoop;
import descent.bench.site.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for a lesson's page twenty times a second, alone and while fifty people sign in again and
 * again. A page's time counts from the moment at which it should have been asked for, so that what
 * had to wait is not forgotten.
 */
public final class Logins {
    private static final int AT_ONCE = 50;
    private static final int PAGES_PER_SECOND = 20;
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final String PAGE = "/courses/training-deep-networks/lessons/optimizers";
    private static final String PASSWORD = "four words without sense";

    private final Browser browser;
    private final AtomicInteger signedIn = new AtomicInteger();
    private final AtomicInteger toldToWait = new AtomicInteger();

    private Logins(Program program) {
        this.browser = new Browser(program, Browser.client());
    }

    public static void main(String[] args) throws Exception {
        try (var program = Program.start()) {
            new Logins(program).measure();
        }
    }

    private void measure() throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            Browser.expect(303, browser.post("/sign-up", "text/html", person(i)));
        }
        pages();
        System.out.printf(
                "%d processors, JDK %s, pages %d/s for %d s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                PAGES_PER_SECOND,
                WINDOW.toSeconds());
        System.out.println("alone:      pages " + pages());
        var over = new AtomicBoolean();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                var person = person(i);
                people.submit(() -> {
                    while (!over.get()) {
                        signIn(person);
                    }
                    return null;
                });
            }
            pages();
            signedIn.set(0);
            toldToWait.set(0);
            var pages = pages();
            System.out.printf(
                    "%d sign in: pages %s; %.1f logins/s, %d told to wait%n",
                    AT_ONCE, pages, signedIn.get() / (double) WINDOW.toSeconds(), toldToWait.get());
            over.set(true);
        }
    }

    private void signIn(Map<String, String> person) throws IOException, InterruptedException {
        int status = browser.post("/login", "text/html", person).statusCode();
        switch (status) {
            case 303 -> signedIn.incrementAndGet();
            case 503 -> toldToWait.incrementAndGet();
            default -> throw new IllegalStateException("a login was answered " + status);
        }
    }

    private OpenLoop pages() throws InterruptedException {
        return OpenLoop.run(
                PAGES_PER_SECOND, WINDOW, () -> String.valueOf(browser.get(PAGE).statusCode()));
    }

    private static Map<String, String> person(int number) {
        return Map.of(
                "name", "Person " + number,
                "email", "person-" + number + "@example.org",
                "password", PASSWORD);
    }
}
