package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Latencies;
import descent.bench.site.OpenLoop;
import descent.bench.site.Program;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that send half a request and no more, to the program itself, no balancer before it: a
 * third half the headers, a third half a form, a third a letter of a header each second. When are
 * they sent away, and what do the others notice of it?
 *
 * <p>Argument: how many (500).
 */
public final class HalfRequests {
    private static final String PAGE = "/courses/" + COURSE + "/lessons/optimizers";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private HalfRequests() {}

    public static void main(String[] arguments) throws Exception {
        int number = LessonPages.argument(arguments, 0, 500);
        try (var program = Program.startQuiet();
                var http = Browser.client();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = Browser.enrolled(program, http);
            System.out.println("pages alone:     " + pages(reader));
            var closed = List.of(new Latencies(), new Latencies(), new Latencies());
            var clients = new ArrayList<Future<Void>>();
            for (int i = 0; i < number; i++) {
                int kind = i % 3;
                clients.add(threads.submit(() -> half(program, kind, closed.get(kind))));
            }
            System.out.println("pages meanwhile: " + pages(reader));
            for (var client : clients) {
                client.get();
            }
            System.out.println("half the headers, closed after:  " + closed.get(0));
            System.out.println("half a form, closed after:       " + closed.get(1));
            System.out.println("a letter a second, closed after: " + closed.get(2));
        }
    }

    private static OpenLoop pages(Browser reader) throws InterruptedException {
        return OpenLoop.run(
                20, Duration.ofSeconds(12), () -> String.valueOf(reader.page(PAGE).statusCode()));
    }

    private static Void half(Program program, int kind, Latencies closed)
            throws InterruptedException, IOException {
        long began = System.nanoTime();
        try (var connection = new Socket("localhost", program.port())) {
            var out = connection.getOutputStream();
            var head =
                    kind == 1
                            ? "POST /login HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail="
                                    .formatted(program.site().getAuthority())
                            : "GET %s HTTP/1.1\r\nHost: %s\r\nX-Half: "
                                    .formatted(PAGE, program.site().getAuthority());
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            connection.setSoTimeout(kind == 2 ? 1_000 : (int) PATIENCE.toMillis());
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                try {
                    if (connection.getInputStream().read() < 0) {
                        break;
                    }
                } catch (SocketTimeoutException e) {
                    out.write('x');
                } catch (IOException e) {
                    break;
                }
            }
        } catch (IOException e) {
            // Closed while a letter was on its way.
        }
        closed.add(Duration.ofNanos(System.nanoTime() - began));
        return null;
    }
}
