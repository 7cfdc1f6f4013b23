package descent.bench.lab;

import descent.bench.site.Program;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ten thousand browsers open the stream of a run that is under way, and go: half of them with a
 * goodbye, half without. Threads, open files and heap of the program are told on the way.
 */
public final class StreamsComeAndGo {
    private static final int CYCLES = 10_000;
    private static final int TOLD_EVERY = 2_000;

    private StreamsComeAndGo() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var ada = new Learner(program.site())) {
            var current = new AtomicReference<>(ada.runs(Learner.large()));
            var over = new AtomicBoolean();
            threads.submit(() -> {
                while (!over.get()) {
                    ada.waitsFor(current.get(), "event:end");
                    current.set(ada.runs(Learner.large()));
                }
                return null;
            });
            for (int i = 0; i <= CYCLES; i++) {
                if (i % TOLD_EVERY == 0) {
                    tell(program, i);
                }
                cycle(program.site(), current.get(), ada.cookies(), i % 2 == 0);
            }
            over.set(true);
            ada.cancels(current.get());
        }
    }

    private static void cycle(URI site, String experiment, String cookies, boolean goodbye)
            throws IOException {
        try (var connection = new Socket(site.getHost(), site.getPort())) {
            connection
                    .getOutputStream()
                    .write(
                            "GET /experiments/stream?of=%s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nAccept: text/event-stream\r\n\r\n"
                                    .formatted(experiment, site.getAuthority(), cookies)
                                    .getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readNBytes(200);
            if (!goodbye) {
                connection.setSoLinger(true, 0);
            }
        }
    }

    private static void tell(Program program, int cycles) throws Exception {
        Thread.sleep(2_000);
        System.out.printf("%,6d cycles: %s%n", cycles, program.size());
    }
}
