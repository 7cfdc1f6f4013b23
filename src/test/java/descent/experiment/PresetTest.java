package descent.experiment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The experiments of lessons, as visitors and learners meet them. */
@QuarkusTest
class PresetTest {
    private static final String PRESET = "/experiments/presets/sample/two-rates";

    @Inject EntityManager database;

    /** The system records presets by itself, soon after the start. */
    @BeforeEach
    void recorded() {
        Eventually.isTrue(
                "both runs are recorded",
                () ->
                        Client.visitor().get(PRESET).asString().split("finished, 60 steps").length
                                == 3);
    }

    @Test
    void visitorReadsThePresetWithWhatWasRecorded() {
        Client.visitor()
                .get(PRESET)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("The larger rate arrives first."),
                                containsString("Which curve falls faster?"),
                                containsString("Training loss"),
                                containsString("Weight norm, dense1"),
                                containsString("It makes shorter steps."),
                                not(containsString("not recorded yet"))));
    }

    @Test
    void visitorsWatchTheOneRecording() {
        var first = runs(Client.visitor());
        assertEquals(List.of("small", "large"), first.stream().map(r -> r.get("name")).toList());
        assertEquals(first, runs(Client.visitor()));
        assertEquals(first, runs(Client.learner()), "not enrolled: as a visitor");
    }

    @Test
    void learnersRunIsTheirOwnWithTheSameCurve() {
        var ada = Client.enrolled("sample");
        var visitor = Client.visitor();
        var own = runs(ada).getFirst().get("id");
        var recorded = runs(visitor).getFirst().get("id");
        assertNotEquals(recorded, own);
        var curve = json(visitor, "/experiments/" + recorded + "/records");
        curve.then().statusCode(200).body("size()", greaterThan(60));
        assertEquals(curve.asString(), json(ada, "/experiments/" + own + "/records").asString());
        json(visitor, "/experiments/" + own).then().statusCode(404);
    }

    @Test
    void finishedRunStandsInTheLearnersLog() {
        var ada = Client.enrolled("sample");
        runs(ada);
        assertEquals(
                2L,
                database.createNativeQuery(
                                """
                                select count(*) from activity a join person p on p.id = a.person_id
                                where p.email = :email and a.kind = 'RunFinished' and a.subject = 'two-rates'
                                """,
                                Long.class)
                        .setParameter("email", ada.email())
                        .getSingleResult());
    }

    @Test
    void d20StreamContinuesWithoutGapOrDouble() {
        var id = (String) runs(Client.visitor()).getFirst().get("id");
        var whole = stream(id, "", "");
        int all = whole.records().size();
        assertEquals(all - 1, whole.records().lastKey());
        int half = all / 2;
        var rest = stream(id, "", String.valueOf(half));
        assertEquals(whole.records().tailMap(half), rest.records().tailMap(half));
        assertEquals(rest.records(), stream(id, String.valueOf(half), "").records());
        assertEquals(0, stream(id, "", whole.lastId()).records().size());
    }

    @Test
    void unknownPresetIsNotThere() {
        Client.visitor().get("/experiments/presets/sample/none").then().statusCode(404);
        Client.visitor().get("/experiments/presets/none/two-rates").then().statusCode(404);
        Client.visitor()
                .postJson("/experiments/presets/sample/none/runs", Map.of())
                .then()
                .statusCode(404);
    }

    private static Response json(Client client, String path) {
        return client.request().accept(ContentType.JSON).get(path);
    }

    private static List<Map<String, Object>> runs(Client client) {
        return client.request()
                .accept("application/json")
                .post(PRESET + "/runs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    /** The records of a stream by number, read to its end. */
    private record Stream(SortedMap<Integer, String> records, String lastId) {}

    private static Stream stream(String id, String from, String last) {
        var text =
                Client.visitor()
                        .request()
                        .accept("text/event-stream")
                        .header("Last-Event-ID", last)
                        .queryParam("of", id)
                        .queryParam("from", from)
                        .get("/experiments/stream")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        var records = new TreeMap<Integer, String>();
        var lastId = last;
        for (var line : text.lines().toList()) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3).strip();
            } else if (line.startsWith("data:") && line.contains("\"items\"")) {
                var progress = JsonPath.from(line.substring(5));
                int number = progress.getInt("[0].first");
                for (var item : progress.getList("[0].items")) {
                    records.put(number++, item.toString());
                }
            }
        }
        return new Stream(records, lastId);
    }
}
