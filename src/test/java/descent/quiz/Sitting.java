package descent.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.question.drawn.DrawnQuestion;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who sits a test, by the pages alone; what the server keeps can be looked up. */
public final class Sitting {
    public final Client client;
    public final String path;
    public final UUID id;

    private Sitting(Client client, String path) {
        this.client = client;
        this.path = path;
        this.id = UUID.fromString(path.substring("/attempts/".length()));
    }

    public static Sitting begin(Client client, String course, String test) {
        return new Sitting(client, started(start(client, course, test)));
    }

    /** An attempt that has begun somewhere else. */
    public static Sitting at(Client client, String path) {
        return new Sitting(client, path);
    }

    public static Response start(Client client, String course, String test) {
        return client.post("/courses/" + course + "/tests/" + test + "/start", Map.of());
    }

    /** Where a start led to. */
    public static String started(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("https?://[^/]+", "");
    }

    /** The same attempt in another browser. */
    public Sitting in(Client other) {
        return new Sitting(other, path);
    }

    public Response page(int number) {
        return client.get(path + "/questions/" + number);
    }

    public Document question(int number) {
        var page = page(number);
        assertEquals(200, page.statusCode(), page.asString());
        return Jsoup.parse(page.asString());
    }

    /** Saves by script, as the page does. */
    public Response save(int number, int revision, Map<String, List<String>> values) {
        return save(number, revision, "", values);
    }

    public Response save(int number, int revision, String key, Map<String, List<String>> values) {
        var request =
                client.request()
                        .accept("application/json")
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("revision", revision)
                        .formParam("key", key);
        values.forEach((input, given) ->
                request.formParam(
                        "answer." + input,
                        given.stream()
                                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                                .toList()));
        return request.post(path + "/questions/" + number);
    }

    /** Saves a value to the only input of a question. */
    public Response say(int number, int revision, String value) {
        return save(number, revision, Map.of("answer", List.of(value)));
    }

    /** Saves an answer and how sure one is of it. */
    public Response sure(int number, int revision, String value, String certainty) {
        return client.request()
                .accept("application/json")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("revision", revision)
                .formParam("answer.answer", value)
                .formParam("certainty", certainty)
                .post(path + "/questions/" + number);
    }

    /** Answers a question as its key would. */
    public void answerRight(int number) {
        var values = new java.util.HashMap<String, List<String>>();
        drawn(number).key().answers().forEach((input, answer) -> values.put(input, answer.model()));
        save(number, 0, values).then().statusCode(200);
    }

    public Response submit() {
        return client.post(path + "/submit", Map.of());
    }

    public Document result() {
        var page = client.get(path);
        assertEquals(200, page.statusCode(), page.asString());
        return Jsoup.parse(page.asString());
    }

    /** As stored, key included. */
    public DrawnQuestion drawn(int number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AttemptQuestion.of(row(), number).drawn());
    }

    public List<AttemptStep> steps() {
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(AttemptStep.of(row())));
    }

    public long steps(AttemptStep.Kind kind) {
        return steps().stream().filter(step -> step.kind == kind).count();
    }

    public Attempt row() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Attempt.<Attempt>findByIdOptional(id).orElseThrow());
    }
}
