package descent.bench.login;

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

    private final Program program;
    private final AtomicInteger signedIn = new AtomicInteger();
    private final AtomicInteger toldToWait = new AtomicInteger();

    private Logins(Program program) {
        this.program = program;
    }

    public static void main(String[] args) throws Exception {
        try (var program = Program.start()) {
            new Logins(program).measure();
        }
    }

    private void measure() throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            expect(303, program.post("/sign-up", person(i)));
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
        int status = program.post("/login", person);
        switch (status) {
            case 303 -> signedIn.incrementAndGet();
            case 503 -> toldToWait.incrementAndGet();
            default -> throw new IllegalStateException("a login was answered " + status);
        }
    }

    /** At a constant rate, whether or not the earlier ones have been answered. */
    private Latencies pages() throws Exception {
        var latencies = new Latencies();
        long begin = System.nanoTime();
        long pause = Duration.ofSeconds(1).toNanos() / PAGES_PER_SECOND;
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WINDOW.toSeconds() * PAGES_PER_SECOND; i++) {
                long planned = begin + i * pause;
                Thread.sleep(Duration.ofNanos(Math.max(0, planned - System.nanoTime())));
                readers.submit(() -> {
                    expect(200, program.get(PAGE));
                    latencies.add(System.nanoTime() - planned);
                    return null;
                });
            }
        }
        return latencies;
    }

    private static Map<String, String> person(int number) {
        return Map.of(
                "name", "Person " + number,
                "email", "person-" + number + "@example.org",
                "password", PASSWORD);
    }

    private static void expect(int wanted, int got) {
        if (got != wanted) {
            throw new IllegalStateException("expected " + wanted + ", got " + got);
        }
    }
}
