package descent.experiment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Speed;
import descent.engine.training.RunRecord;
import descent.run.RequestRun;
import descent.run.RunRequest;
import descent.run.budget.MeasuredSpeed;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lab, as visitors, learners and the enrolled meet it. */
@QuarkusTest
class LabTest {
    private static final String TABLE =
            "width,height,kind\n"
                    + IntStream.range(0, 20)
                            .mapToObj(i -> "%d.5,%d,%s".formatted(i, i % 7, i < 10 ? "a" : "b"))
                            .collect(Collectors.joining("\n"));

    @Inject RequestRun requestRun;
    @Inject MeasuredSpeed speed;
    @Inject EntityManager database;

    @Test
    void visitorLooksAroundAndIsLedToSignInAndBack() {
        Client.visitor()
                .get("/lab?course=sample")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Two rates"),
                                containsString("/login?from=%2Flab%3Fcourse%3Dsample"),
                                not(containsString("data-run>Run<"))));
        Client.learner()
                .get("/lab?course=sample")
                .then()
                .body(
                        allOf(
                                containsString("action=\"/courses/sample/enrol\""),
                                containsString("value=\"/lab?course=sample\"")));
        Client.enrolled("sample")
                .get("/lab?course=sample")
                .then()
                .body(containsString("data-run>Run<"));
        Client.visitor().get("/lab?course=none").then().statusCode(404);
    }

    @Test
    void fieldsAreThoseOfTheEngine() {
        var fields = json(Client.visitor(), "/lab/fields");
        fields.then()
                .statusCode(200)
                .body("fields.name", hasItem("optimizer"))
                .body("fields.find { it.name == 'data' }.or", equalTo("spirals"))
                .body(
                        "fields.find { it.name == 'optimizer' }.value.members.find { it.name == 'adam' }"
                                + ".fields.find { it.name == 'beta2' }.value.max",
                        equalTo(0.999999f))
                .body(
                        "fields.find { it.name == 'batch' }.value.fields.find { it.name == 'size' }.or",
                        equalTo("32"));
    }

    @Test
    void specIsCheckedWhileItIsMade() {
        check(Client.visitor(), Map.of("optimizer", Map.of("kind", "adam")))
                .then()
                .statusCode(200)
                .body("steps", equalTo(1000))
                .body("spec.optimizer.beta1", equalTo(0.9f))
                .body("rule", containsString("m = beta1 * m"))
                .body("custom.settings.beta1", equalTo(0.9f))
                .body("refusal", nullValue())
                .body("allowance", nullValue());
        check(
                        Client.learner(),
                        Map.of(
                                "stop", Map.of("steps", 10_000_000),
                                "network",
                                        Map.of(
                                                "layers",
                                                List.of(Map.of("kind", "dense", "units", 400)))))
                .then()
                .statusCode(200)
                .body("refusal", containsString("> limit 200,000,000,000. It would fit with"))
                .body("allowance.daily", equalTo(600f));
        check(Client.visitor(), Map.of("batch", Map.of("size", 0)))
                .then()
                .statusCode(422)
                .body("field", equalTo("batch.size"));
    }

    @Test
    void ownUpdateRuleIsTheSameAsTheOneItIsMadeOf() {
        String custom =
                check(Client.visitor(), Map.of("optimizer", "adam"))
                        .then()
                        .extract()
                        .path("custom.rule");
        assertEquals(
                RunRecord.of(spec(Map.of("optimizer", "adam"))).points().getLast().values()[0],
                RunRecord.of(
                                spec(
                                        Map.of(
                                                "optimizer",
                                                Map.of(
                                                        "kind",
                                                        "custom",
                                                        "learningRate",
                                                        0.001,
                                                        "rule",
                                                        custom,
                                                        "settings",
                                                        Map.of(
                                                                "beta1", 0.9,
                                                                "beta2", 0.999,
                                                                "epsilon", 1e-8)))))
                        .points()
                        .getLast()
                        .values()[0]);
        check(
                        Client.visitor(),
                        Map.of("optimizer", Map.of("kind", "custom", "rule", "w = w - while")))
                .then()
                .statusCode(422)
                .body("field", equalTo("optimizer.rule"));
    }

    @Test
    void examplesAreThoseTheRunIsTrainedOn() {
        var visitor = Client.visitor();
        visitor.postJson("/lab/examples", Map.of("spec", Map.of("data", Map.of("size", 100))))
                .then()
                .statusCode(200)
                .body("inputs", equalTo(2))
                .body("classes", equalTo(2))
                .body("rows.size()", greaterThan(50))
                .body("shift.size()", equalTo(2));
        visitor.postJson("/lab/examples", Map.of("spec", Map.of("data", "glyphs")))
                .then()
                .statusCode(422)
                .body("field", equalTo("data"));
    }

    /** They may be trained on, which is budgeted; to look at them is not. */
    @Test
    void examplesOfMoreNumbersThanAnybodyLooksAtAreNotDrawn() {
        var data = Map.of("kind", "blobs", "size", 10_000, "dimensions", 1000);
        var visitor = Client.visitor();
        check(visitor, Map.of("data", data)).then().statusCode(200);
        visitor.postJson("/lab/examples", Map.of("spec", Map.of("data", data)))
                .then()
                .statusCode(422)
                .body("field", equalTo("data"))
                .body("problem", equalTo("may have 2000000 numbers to be shown, has 10000000"));
    }

    @Test
    void ownTableIsTrainedOnByItsOwnerAloneAndGoesWithTheRuns() {
        var ada = Client.enrolled("sample");
        ada.post("/lab/tables", Map.of("name", "Boxes", "text", TABLE)).then().statusCode(303);
        String id = table(ada);
        var spec = Map.of("data", Map.of("kind", "own", "table", id), "stop", Map.of("steps", 10));
        var experiment = runs(ada, "on my own", spec);
        json(ada, "/experiments/" + experiment)
                .then()
                .body("spec.data.kind", equalTo("own"))
                .body("spec.data.table", equalTo(id))
                .body("spec.data.rows", nullValue());
        ada.postJson("/lab/examples", Map.of("spec", spec))
                .then()
                .body("classNames", equalTo(List.of("a", "b")))
                .body("names", equalTo(List.of("width", "height", "kind")));

        var eve = Client.enrolled("sample");
        asks(eve, "not mine", spec).then().statusCode(404);
        eve.post("/lab/tables/" + id + "/delete", Map.of()).then().statusCode(404);
        check(Client.visitor(), spec).then().statusCode(404);
        assertTrue(!eve.get("/lab/tables").asString().contains("Boxes"));

        ada.post("/lab/tables/" + id + "/delete", Map.of()).then().statusCode(303);
        json(ada, "/experiments/" + experiment).then().statusCode(404);
        asks(ada, "gone", spec).then().statusCode(404);
    }

    /**
     * A lesson's experiment may hold its examples; whoever opens it in the lab goes on from there.
     */
    @Test
    void examplesOfALessonsExperimentMayBeRunOnByAll() {
        var spec = spec(onRows(1));
        requestRun.request(spec, new RunRequest(null, "sample", "authored", "one"));
        check(Client.visitor(), onRows(1)).then().statusCode(200);
        runs(Client.enrolled("sample"), "as in the lesson", onRows(1));
        check(Client.visitor(), onRows(2))
                .then()
                .statusCode(422)
                .body("field", equalTo("data.kind"))
                .body("error", containsString("examples do not stand in a spec"));
    }

    private static Map<String, Object> onRows(double first) {
        var rows = IntStream.range(0, 12).mapToObj(i -> List.of(first * i, i % 2.0)).toList();
        return Map.of(
                "data", Map.of("kind", "table", "columns", List.of("x", "y"), "rows", rows),
                "stop", Map.of("steps", 10));
    }

    @Test
    void tableThatIsNoneIsShownAgainWithTheLineThatIsWrong() {
        var ada = Client.learner();
        ada.post("/lab/tables", Map.of("name", "Boxes", "text", TABLE + "\n1,two,a"))
                .then()
                .statusCode(422)
                .body(containsString("line 22: column &quot;height&quot; must be a number"))
                .body(containsString("1,two,a"));
        Client.visitor().get("/lab/tables").then().statusCode(303);
    }

    @Test
    void runIsTakenAlongAsFiles() {
        var ada = Client.enrolled("sample");
        var spec =
                Map.<String, Object>of(
                        "network", Map.of("layers", List.of(Map.of("kind", "dense", "units", 3))),
                        "stop", Map.of("steps", 10));
        var id = runs(ada, "=cmd|'/c calc'!A1", spec);
        var record = RunRecord.of(spec(spec));
        var curves = file(ada, id, "curves.csv").asString().split("\r\n");
        assertEquals("step,epoch," + String.join(",", record.header().figures()), curves[0]);
        assertEquals(record.points().size() + 1, curves.length);
        assertTrue(curves[1].startsWith("0,0,"), curves[1]);
        assertEquals(
                record.header().parameters() + 1,
                file(ada, id, "weights.csv").asString().split("\r\n").length);
        assertEquals(spec(spec).canonical(), file(ada, id, "spec.json").asString());
        file(ada, id, "curves.json").then().body("points.size()", equalTo(record.points().size()));
        file(ada, id, "weights.json").then().body("role", hasItem("bias"));
        var eve = Client.enrolled("sample");
        for (var name :
                List.of("spec.json", "curves.csv", "curves.json", "weights.csv", "weights.json")) {
            eve.request()
                    .accept("*/*")
                    .get("/experiments/" + id + "/export/" + name)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void historyIsOnesOwn() {
        var ada = Client.enrolled("sample");
        runs(ada, "<b>bold</b>", Map.of("stop", Map.of("steps", 10)));
        ada.get("/lab/runs")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("&lt;b&gt;bold&lt;/b&gt;"),
                                containsString("finished"),
                                containsString("spirals, no hidden layer, sgd 0.1")));
        Client.learner().get("/lab/runs").then().body(not(containsString("bold")));
        ada.get("/lab/runs?page=-1").then().statusCode(400);
        ada.get("/lab/runs?q=BOLD").then().body(containsString("bold"));
        ada.get("/lab/runs?q=no+such").then().body(containsString("No run has such a name"));
    }

    private static ExperimentSpec spec(Map<String, Object> fields) {
        return ExperimentSpec.read(fields);
    }

    @Test
    void howLongARunWouldTakeIsToldByTheReplicaThatMeasuredLast() {
        var learner = Client.learner();
        var spec = Map.<String, Object>of();
        check(learner, spec).then().statusCode(200).body("seconds", nullValue());
        try {
            speed.put(new Speed(1e6, 1, 1, 1));
            float slow = check(learner, spec).then().statusCode(200).extract().path("seconds");
            speed.put(new Speed(1e3, 1, 1, 1));
            float fast = check(learner, spec).then().statusCode(200).extract().path("seconds");
            assertTrue(slow > 10 * fast, slow + " and " + fast);
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            database.createNativeQuery("delete from engine_speed").executeUpdate());
        }
    }

    private static Response check(Client client, Map<String, ?> spec) {
        return client.postJson("/lab/check", Map.of("spec", spec));
    }

    private static Response asks(Client client, String name, Map<String, ?> spec) {
        return client.postJson(
                "/experiments", Map.of("course", "sample", "name", name, "spec", spec));
    }

    /** Waits for its end. */
    private static String runs(Client client, String name, Map<String, ?> spec) {
        String id = asks(client, name, spec).then().statusCode(201).extract().path("id");
        Eventually.isTrue(
                "the run ends",
                () -> json(client, "/experiments/" + id).path("state").equals("FINISHED"));
        return id;
    }

    private static Response file(Client client, String id, String name) {
        var file = client.request().accept("*/*").get("/experiments/" + id + "/export/" + name);
        file.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment; filename=\"descent-"));
        return file;
    }

    private static String table(Client client) {
        var page = client.get("/lab?course=sample").asString();
        return page.split("data-table=\"")[1].substring(0, 36);
    }

    private static Response json(Client client, String path) {
        return client.request().accept(ContentType.JSON).get(path);
    }
}
