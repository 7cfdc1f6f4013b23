package descent.bench.lab;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Somebody new, enrolled, with a browser of their own. */
final class Learner implements AutoCloseable {
    static final String COURSE = "training-deep-networks";

    static {
        // Sooner than the server, so that no request meets a connection that is being closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }

    private static final AtomicLong SEEDS = new AtomicLong(System.currentTimeMillis());

    private final URI site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .build();

    Learner(URI site) throws IOException, InterruptedException {
        this.site = site;
        expect(
                303,
                post(
                        "/sign-up",
                        Map.of(
                                "name", "Ada",
                                "email", UUID.randomUUID() + "@example.org",
                                "password", "four words without sense")));
        expect(303, post("/courses/" + COURSE + "/enrol", Map.of()));
    }

    /** What the lab begins with, by a seed that nobody had. */
    static String usual() {
        return """
        {"seed": %d, "network": {"layers": [{"kind": "dense", "units": 16}, {"kind": "dense", "units": 16}]},
         "optimizer": {"kind": "adam", "learningRate": 0.01},
         "record": {"layers": ["gradientNorm"], "snapshots":
             {"every": 5, "surface": 40, "histogram": 20, "weights": true, "confusion": true}}}
        """
                .formatted(SEEDS.incrementAndGet());
    }

    /** Some ten seconds of a core. */
    static String large() {
        return """
        {"seed": %d, "network": {"layers": [{"kind": "dense", "units": 250}, {"kind": "dense", "units": 250}]},
         "stop": {"steps": 25000}}
        """
                .formatted(SEEDS.incrementAndGet());
    }

    HttpResponse<String> asks(String spec) throws IOException, InterruptedException {
        var body = "{\"course\": \"%s\", \"spec\": %s}".formatted(COURSE, spec);
        var request =
                HttpRequest.newBuilder(site.resolve("/experiments"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The id of the experiment; asked for as soon as it may be. */
    String runs(String spec) throws IOException, InterruptedException {
        var answer = asks(spec);
        while (answer.statusCode() == 429) {
            Thread.sleep(200);
            answer = asks(spec);
        }
        expect(201, answer.statusCode());
        return answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    void cancels(String experiment) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(site.resolve("/experiments/" + experiment + "/cancel"))
                        .POST(BodyPublishers.noBody());
        expect(204, http.send(request.build(), BodyHandlers.discarding()).statusCode());
    }

    /** Reads the stream of an experiment until a line contains this. */
    void waitsFor(String experiment, String what) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(site.resolve("/experiments/stream?of=" + experiment))
                        .header("Accept", "text/event-stream");
        try (var lines = http.send(request.build(), BodyHandlers.ofLines()).body()) {
            if (lines.noneMatch(line -> line.contains(what))) {
                throw new IllegalStateException("no " + what + " of " + experiment);
            }
        }
    }

    int get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html");
        return http.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
    }

    /** As a browser sends them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
    }

    private int post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(site.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static void expect(int wanted, int got) {
        if (got != wanted) {
            throw new IllegalStateException("expected " + wanted + ", got " + got);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
