package descent.bench.editor;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged program on a data folder of its own, with its first admin signed in. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern FIRST_ADMIN = Pattern.compile("https?://[^/\\s]+(/\\S*admin\\S*)");
    private static final String BOUNDARY = "----------descent-bench";

    private final Path home = Files.createTempDirectory("descent-bench");
    private final int port = freePort();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
    private final Process process;

    Program() throws IOException, InterruptedException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@src/main/dist/jvm.options",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(home.resolve("log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "DESCENT_HOME", home.toString(),
                                "QUARKUS_HTTP_PORT", String.valueOf(port),
                                "QUARKUS_MANAGEMENT_PORT", String.valueOf(freePort()),
                                "DESCENT_AUDIO_WORKER", "false"));
        process = builder.start();
        postForm(
                firstAdminLink(),
                "name=Ada&email=ada%40example.org&password="
                        + Authoring.encoded("four words without sense"));
    }

    private String firstAdminLink() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var link = FIRST_ADMIN.matcher(Files.readString(home.resolve("log")));
            if (link.find()) {
                return link.group(1);
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the program printed no link; its log is in " + home);
    }

    String get(String path) throws IOException, InterruptedException {
        return sent(200, request(path).GET()).body();
    }

    String post(String path, String name, String value) throws IOException, InterruptedException {
        return sent(200, form(path, name + "=" + Authoring.encoded(value))).body();
    }

    /** A form that leads somewhere. */
    void postForm(String path, String form) throws IOException, InterruptedException {
        sent(303, form(path, form));
    }

    /** Sends a GIFT file; returns the page on which it is looked at. */
    String upload(String path, String gift) throws IOException, InterruptedException {
        var body =
                """
                --%1$s\r
                Content-Disposition: form-data; name="format"\r
                \r
                gift\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="bench.gift"\r
                Content-Type: text/plain\r
                \r
                %2$s\r
                --%1$s--\r
                """
                        .formatted(BOUNDARY, gift);
        var answer =
                sent(
                        303,
                        request(path)
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(BodyPublishers.ofString(body)));
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + "?" + location.getRawQuery();
    }

    private HttpRequest.Builder form(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Origin", "http://localhost:" + port);
    }

    private HttpResponse<String> sent(int expected, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        http.close();
    }
}
