package descent.bench.quiz;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who sits the exam: sends as the page does, and again under the same key until it is
 * taken.
 */
final class Learner {
    static final String COURSE = "training-deep-networks";

    private static final Pattern FIELD =
            Pattern.compile("<(input|select|textarea)[^>]*name=\"answer\\.([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** An answer that the server has acknowledged. */
    record Acknowledged(int question, int revision, String key, String field, String value) {}

    private final Site site;
    private final HttpClient http;
    private String cookie = "";
    private String attempt = "";

    Learner(Site site, HttpClient http) throws IOException, InterruptedException {
        this.site = site;
        this.http = http;
        var signedUp =
                post(
                        "/sign-up",
                        "text/html",
                        Map.of(
                                "name", "Ada",
                                "email", UUID.randomUUID() + "@example.org",
                                "password", "four words without sense"));
        cookie =
                signedUp.headers().allValues("set-cookie").stream()
                        .map(each -> each.split(";")[0])
                        .collect(Collectors.joining("; "));
        expect(303, signedUp);
        expect(303, post("/courses/" + COURSE + "/enrol", "text/html", Map.of()));
    }

    String attempt() {
        return attempt.substring("/attempts/".length());
    }

    void starts(String test) throws InterruptedException {
        var started =
                insists(() ->
                        post(
                                "/courses/%s/tests/%s/start".formatted(COURSE, test),
                                "text/html",
                                Map.of()));
        expect(303, started);
        attempt =
                started.headers()
                        .firstValue("location")
                        .orElseThrow()
                        .replaceFirst("https?://[^/]+", "");
    }

    /** Looks at a question, and thinks of an answer to its first field. */
    Map.Entry<String, String> sees(int question) throws InterruptedException {
        var page = insists(() -> get(attempt + "/questions/" + question)).body();
        var field = FIELD.matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("question " + question + " has no field:\n" + page);
        }
        var value = VALUE.matcher(field.group());
        var option = OPTION.matcher(page);
        boolean chosen = field.group().contains("radio") || field.group().contains("checkbox");
        if (field.group(1).equals("select") && option.find(field.end())) {
            return Map.entry(field.group(2), option.group(1));
        }
        return Map.entry(
                field.group(2),
                chosen && value.find()
                        ? value.group(1)
                        : String.valueOf(ThreadLocalRandom.current().nextInt(1_000)));
    }

    /** Until it is acknowledged, however often that takes. */
    Acknowledged saves(int question, String field, String value) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var form = new LinkedHashMap<String, String>();
        form.put("revision", "0");
        form.put("key", key);
        form.put("answer." + field, value);
        var saved =
                insists(() -> post(attempt + "/questions/" + question, "application/json", form));
        expect(200, saved);
        var revision = saved.body().replaceAll("(?s).*\"revision\":(\\d+).*", "$1");
        return new Acknowledged(question, Integer.parseInt(revision), key, field, value);
    }

    void submits() throws InterruptedException {
        expect(303, insists(() -> post(attempt + "/submit", "text/html", Map.of())));
    }

    /** Whether the result is there. */
    boolean hasResult() throws InterruptedException {
        var result = insists(() -> get(attempt));
        return result.statusCode() == 200 && !result.body().contains("It is being graded");
    }

    /** Trains without end, as long as somebody wants it. */
    void trains(int seed) throws IOException, InterruptedException {
        var spec =
                """
                {"course": "%s", "name": "beside the exam", "spec":
                {"seed": %d, "data": {"kind": "spirals"},
                "network": {"layers": [{"kind": "dense", "units": 64}, {"kind": "dense", "units": 64}]},
                "loss": "crossEntropy", "stop": {"steps": 20000}}}
                """
                        .formatted(COURSE, seed);
        var request =
                HttpRequest.newBuilder(site.uri("/experiments"))
                        .timeout(TIMEOUT)
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(spec));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201 && answer.statusCode() != 429) {
            throw new IllegalStateException("no run: " + answer.statusCode() + " " + answer.body());
        }
    }

    private interface Sending {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /** While the server is away it is asked again. */
    private static HttpResponse<String> insists(Sending sending) throws InterruptedException {
        int pause = 100;
        while (true) {
            try {
                var answer = sending.send();
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    return answer;
                }
            } catch (IOException away) {
                // Killed, and not back yet.
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(pause / 2, pause * 3 / 2));
            pause = Math.min(2_000, pause * 2);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(site.uri(path))
                        .timeout(TIMEOUT)
                        .header("Cookie", cookie)
                        .header("Accept", "text/html");
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String accept, Map<String, String> form)
            throws IOException, InterruptedException {
        var body =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(site.uri(path))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void expect(int wanted, HttpResponse<String> got) {
        if (got.statusCode() != wanted) {
            throw new IllegalStateException(
                    "%s: expected %d, got %d\n%s"
                            .formatted(got.uri(), wanted, got.statusCode(), got.body()));
        }
    }
}
