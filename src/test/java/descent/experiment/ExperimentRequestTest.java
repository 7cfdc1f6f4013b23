package descent.experiment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers may ask to have trained, and how they are refused. */
@QuarkusTest
class ExperimentRequestTest {
    private static final String QUICK = "{\"stop\": {\"steps\": 10}}";

    /** Those that a learner may change, of every kind of thing in a spec. */
    private static final List<String> NUMBERS =
            List.of(
                    "{'version': %s}",
                    "{'seed': %s}",
                    "{'seed': {'initial': %s}}",
                    "{'data': {'size': %s}}",
                    "{'data': {'noise': %s}}",
                    "{'data': {'split': {'validation': %s}}}",
                    "{'network': {'layers': [{'kind': 'dense', 'units': %s}]}}",
                    "{'network': {'layers': [{'kind': 'dropout', 'rate': %s}]}}",
                    "{'optimizer': {'kind': 'adam', 'learningRate': %s}}",
                    "{'optimizer': {'kind': 'adam', 'beta1': %s}}",
                    "{'schedule': {'kind': 'step', 'every': %s}}",
                    "{'schedule': {'warmup': %s}}",
                    "{'batch': {'size': %s}}",
                    "{'regularization': {'l2': %s}}",
                    "{'clipping': {'kind': 'byNorm', 'limit': %s}}",
                    "{'stop': {'steps': %s}}",
                    "{'stop': {'lossAbove': %s}}",
                    "{'record': {'every': %s}}",
                    "{'record': {'snapshots': {'surface': %s}}}");

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "\"NaN\"", "Infinity", "1e999", "-0.0", "0", "-1", "1e-320"})
    void d3LearningRateThatIsNone(String value) {
        asks(
                        Client.enrolled("sample"),
                        "{'optimizer': {'kind': 'sgd', 'learningRate': %s}}".formatted(value))
                .then()
                .statusCode(422)
                .body("field", equalTo("optimizer.learningRate"));
    }

    @Test
    void d4NothingButNumbersWithinTheirBoundsIsANumber() {
        var ada = Client.enrolled("sample");
        var values =
                List.of(
                        "NaN",
                        "-Infinity",
                        "Infinity",
                        "null",
                        "\"\"",
                        "\"7\"",
                        "1e40",
                        "-1e40",
                        "9".repeat(5_000),
                        "[]",
                        "{}",
                        "[1]",
                        "true");
        for (var field : NUMBERS) {
            for (var value : values) {
                // A seed may also be a group of seeds.
                if (field.equals("{'seed': %s}") && value.equals("{}")) {
                    continue;
                }
                var answer = asks(ada, field.formatted(value));
                assertEquals(
                        422, answer.statusCode(), field.formatted(value) + " " + answer.asString());
                assertNotNull(answer.path("field"), field.formatted(value));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'batch': {'size': 1.9}}",
                "{'stop': {'steps': 1e10}}",
                "{'network': {'layers': [{'kind': 'dense', 'units': 0}]}}",
                "{'network': {'layers': [{'kind': 'dense', 'units': -1}]}}",
                "{'network': {'layers': [{'kind': 'dense', 'units': 2147483647}]}}",
                "{'network': {'layers': [{'kind': 'dense'}]}}",
                "{'network': {'layers': 3}}",
                "{'learningRate': 0.1}",
                "{'optimizer': {'kind': 'sgd', 'momentum': 0.9}}"
            })
    void d5WhatDoesNotFitIsRefused(String spec) {
        asks(Client.enrolled("sample"), spec)
                .then()
                .statusCode(422)
                .body("field", not(equalTo(null)));
    }

    @Test
    void d5TenThousandLayersAreRefused() {
        var layers = "{'kind':'dense','units':1},".repeat(1_000) + "{'kind':'dense','units':1}";
        asks(Client.enrolled("sample"), "{'network': {'layers': [" + layers + "]}}")
                .then()
                .statusCode(422)
                .body("error", containsString("at most 64 items, has 1001"));
    }

    @Test
    void d1BillionParametersAreRefusedByTheirNumber() {
        var wide = "{'kind':'dense','units':4096},".repeat(63) + "{'kind':'dense','units':4096}";
        asks(Client.enrolled("sample"), "{'network': {'layers': [" + wide + "]}}")
                .then()
                .statusCode(422)
                .body("error", containsString("parameters must be at most 4000000, was 1057"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'optimizer': 'java.lang.Runtime'}            | one of adadelta, adagrad, adam",
                "{'optimizer': {'kind': '../../etc/passwd'}}   | one of adadelta, adagrad, adam",
                "{'data': {'kind': 'file:///etc/passwd'}}      | spirals",
                "{'network': {'output': {'activation': 'x'}}}  | sigmoid",
                "{'loss': 'toString'}                          | meanSquaredError"
            })
    void d7UnknownNamesAreRefusedWithThoseThatAreKnown(String spec, String known) {
        asks(Client.enrolled("sample"), spec.strip())
                .then()
                .statusCode(422)
                .body("error", containsString(known.strip()));
    }

    @Test
    void d13RefusalSaysWhenToTryAgain() {
        var ada = Client.enrolled("sample");
        var asked = new ArrayList<Response>();
        for (int i = 0; i < 20; i++) {
            asked.add(
                    asks(
                            ada,
                            """
                            {'seed': %d, 'stop': {'steps': 5000}, 'network': {'layers': [
                                {'kind': 'dense', 'units': 250}, {'kind': 'dense', 'units': 250}]}}
                            """
                                    .formatted(System.nanoTime() % 1_000_000_000)));
        }
        var refused = asked.stream().filter(answer -> answer.statusCode() != 201).toList();
        for (var answer : refused) {
            answer.then().statusCode(429).header("Retry-After", equalTo("2"));
            assertTrue(answer.timeIn(TimeUnit.MILLISECONDS) >= 50, "told after a pause");
        }
        asked.stream()
                .filter(answer -> answer.statusCode() == 201)
                .forEach(answer ->
                        ada.postJson("/experiments/" + answer.path("id") + "/cancel", ""));
        assertEquals(true, !refused.isEmpty() && refused.size() <= 15, refused.size() + " refused");
    }

    @Test
    void d24NamesAreCutAndShownAsTheyAre() {
        var ada = Client.enrolled("sample");
        for (var name :
                List.of(
                        "<img src=x onerror=alert(1)>",
                        "=cmd|'/c calc'!A1",
                        "\u0000\u202E reversed \n and broken",
                        "long ".repeat(2_000))) {
            var id =
                    ada.postJson(
                                    "/experiments",
                                    Map.of(
                                            "course",
                                            "sample",
                                            "name",
                                            name,
                                            "spec",
                                            Map.of("stop", Map.of("steps", 10))))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            String kept = json(ada, "/experiments/" + id).path("name");
            assertEquals(
                    true,
                    kept.length() <= 80 && kept.chars().noneMatch(c -> c < ' ' || c == 0x202E),
                    kept);
        }
    }

    @Test
    void bodyThatIsNoRequestIsRefused() {
        var ada = Client.enrolled("sample");
        for (var body :
                List.of(
                        "null",
                        "",
                        "{",
                        "[1]",
                        "{\"spec\": {}} x",
                        "{\"a\": 1}",
                        "[".repeat(50_000))) {
            assertEquals(400, ada.postJson("/experiments", body).statusCode(), body);
        }
        assertEquals(
                413,
                ada.postJson("/experiments", "{\"name\":\"" + "x".repeat(70_000) + "\"}")
                        .statusCode());
        assertEquals(422, ada.postJson("/experiments", "{\"course\": \"sample\"}").statusCode());
        ada.request()
                .contentType(ContentType.TEXT)
                .body(QUICK)
                .post("/experiments")
                .then()
                .statusCode(415);
    }

    @Test
    void onlyTheEnrolledMayAsk() {
        var body = "{\"course\": \"sample\", \"spec\": {}}";
        assertEquals(401, Client.visitor().postJson("/experiments", body).statusCode());
        assertEquals(403, Client.learner().postJson("/experiments", body).statusCode());
    }

    private static Response asks(Client client, String spec) {
        return client.postJson(
                "/experiments",
                "{\"course\": \"sample\", \"spec\": " + spec.replace('\'', '"') + "}");
    }

    private static Response json(Client client, String path) {
        return client.request().accept(ContentType.JSON).get(path);
    }
}
