package descent.bench.site;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Somebody's browser, as far as a server notices it. */
public final class Browser {
    public static final String COURSE = "training-deep-networks";
    private static final String BOUNDARY = "----------descent-bench";
    private static final int TRIES = 60;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    static {
        // Sooner than the server, so that no request meets a connection that is being closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }

    private final Site site;
    private final HttpClient http;
    private String cookie = "";

    public Browser(Site site, HttpClient http) {
        this.site = site;
        this.http = http;
    }

    /** One client carries any number of browsers. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Signs somebody new up, and enrols them, as soon as there is somebody to do it. */
    public static Browser enrolled(Site site, HttpClient http)
            throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return enrolledAtOnce(site, http);
            } catch (IOException | IllegalStateException e) {
                if (tries == TRIES) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    private static Browser enrolledAtOnce(Site site, HttpClient http)
            throws IOException, InterruptedException {
        var browser = signedUp(site, http, "/sign-up");
        expect(303, browser.post("/courses/" + COURSE + "/enrol", "text/html", Map.of()));
        return browser;
    }

    /**
     * Somebody new.
     *
     * @param path of the form: anybody's, or the first admin's
     */
    public static Browser signedUp(Site site, HttpClient http, String path)
            throws IOException, InterruptedException {
        var browser = new Browser(site, http);
        var signedUp =
                browser.post(
                        path,
                        "text/html",
                        Map.of(
                                "name", "Ada",
                                "email", UUID.randomUUID() + "@example.org",
                                "password", "four words without sense"));
        expect(303, signedUp);
        browser.cookie =
                signedUp.headers().allValues("set-cookie").stream()
                        .map(each -> each.split(";")[0])
                        .collect(Collectors.joining("; "));
        return browser;
    }

    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path, "text/html").build(), BodyHandlers.ofString());
    }

    /** As browsers ask for pages: compressed. What comes is counted, not read. */
    public HttpResponse<byte[]> page(String path) throws IOException, InterruptedException {
        var request = request(path, "text/html").header("Accept-Encoding", "gzip");
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** A piece of a sound, as a player asks for it. */
    public HttpResponse<byte[]> piece(String path, int from, int to)
            throws IOException, InterruptedException {
        var request = request(path, "*/*").header("Range", "bytes=%d-%d".formatted(from, to));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String accept, Map<String, String> form)
            throws IOException, InterruptedException {
        var body =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return postForm(path, accept, body);
    }

    /**
     * @param body encoded, with names that may come more than once
     */
    public HttpResponse<String> postForm(String path, String accept, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path, accept)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> postJson(String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path, "application/json")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /**
     * A form with one file.
     *
     * @param fields its other fields
     */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String fileName, String file)
            throws IOException, InterruptedException {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(part("name=\"%s\"".formatted(name), value)));
        body.append(
                part(
                        "name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain"
                                .formatted(fileName),
                        file));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return http.send(
                request(path, "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String part(String disposition, String content) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, disposition, content);
    }

    private HttpRequest.Builder request(String path, String accept) {
        var request =
                HttpRequest.newBuilder(site.uri(path)).timeout(TIMEOUT).header("Accept", accept);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static void expect(int wanted, HttpResponse<?> got) {
        if (got.statusCode() != wanted) {
            throw new IllegalStateException(
                    "%s: expected %d, got %d\n%s"
                            .formatted(got.uri(), wanted, got.statusCode(), got.body()));
        }
    }
}
