package descent.bench.quiz;

import descent.bench.site.Browser;
import descent.bench.site.Site;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Somebody who sits the exam: sends as the page does, and again under the same key until it is
 * taken.
 */
public final class Learner {
    private static final String COURSE = Browser.COURSE;

    private static final Pattern FIELD =
            Pattern.compile("<(input|select|textarea)[^>]*name=\"answer\\.([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    /** An answer that the server has acknowledged. */
    public record Acknowledged(
            int question, int revision, String key, String field, String value) {}

    private final Browser browser;
    private String attempt = "";

    public Learner(Site site, HttpClient http) throws IOException, InterruptedException {
        browser = Browser.enrolled(site, http);
    }

    public String attempt() {
        return attempt.substring("/attempts/".length());
    }

    public void starts(String test) throws InterruptedException {
        var started =
                insists(() ->
                        browser.post(
                                "/courses/%s/tests/%s/start".formatted(COURSE, test),
                                "text/html",
                                Map.of()));
        Browser.expect(303, started);
        attempt =
                started.headers()
                        .firstValue("location")
                        .orElseThrow()
                        .replaceFirst("https?://[^/]+", "");
    }

    /** Looks at a question, and thinks of an answer to its first field. */
    public Map.Entry<String, String> sees(int question) throws InterruptedException {
        var page = insists(() -> browser.get(attempt + "/questions/" + question)).body();
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
    public Acknowledged saves(int question, String field, String value)
            throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var form = new LinkedHashMap<String, String>();
        form.put("revision", "0");
        form.put("key", key);
        form.put("answer." + field, value);
        var saved =
                insists(() ->
                        browser.post(attempt + "/questions/" + question, "application/json", form));
        Browser.expect(200, saved);
        var revision = saved.body().replaceAll("(?s).*\"revision\":(\\d+).*", "$1");
        return new Acknowledged(question, Integer.parseInt(revision), key, field, value);
    }

    public void submits() throws InterruptedException {
        Browser.expect(
                303, insists(() -> browser.post(attempt + "/submit", "text/html", Map.of())));
    }

    /** Whether the result is there. */
    public boolean hasResult() throws InterruptedException {
        var result = insists(() -> browser.get(attempt));
        return result.statusCode() == 200 && !result.body().contains("It is being graded");
    }

    /** Asks for a run, which the site may have no time or no database for. */
    public void trains(int seed) throws IOException, InterruptedException {
        var spec =
                """
                {"course": "%s", "name": "beside the exam", "spec":
                {"seed": %d, "data": {"kind": "spirals"},
                "network": {"layers": [{"kind": "dense", "units": 64}, {"kind": "dense", "units": 64}]},
                "loss": "softmaxCrossEntropy", "stop": {"steps": 20000}}}
                """
                        .formatted(COURSE, seed);
        var answer = browser.postJson("/experiments", spec);
        if (answer.statusCode() != 201
                && answer.statusCode() != 429
                && answer.statusCode() != 503) {
            throw new IllegalStateException("no run: " + answer.statusCode() + " " + answer.body());
        }
    }

    interface Sending {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /** While the server is away it is asked again. */
    static HttpResponse<String> insists(Sending sending) throws InterruptedException {
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
}
