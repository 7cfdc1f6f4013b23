package descent.deploy;

import static descent.deploy.Yaml.at;
import static descent.deploy.Yaml.maps;
import static descent.deploy.Yaml.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.testing.Client;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What dashboards, alerts and the scaling of workers ask for is what the program has. */
@QuarkusTest
class WatchedTest {
    private static final Path PRODUCTION = Path.of("k8s/overlays/production");
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");
    private static final Pattern LABEL = Pattern.compile("\\{([^}]*)\\}");

    /** Of Prometheus itself, and of CloudNativePG. */
    private static final Set<String> OF_OTHERS =
            Set.of("up", "cnpg_collector_last_available_backup_timestamp");

    /** Which Prometheus adds to all that it reads. */
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("namespace", "service", "pod");

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject AgroalDataSource database;

    @Test
    void everyMetricThatIsLookedAtIsThere() throws Exception {
        Client.visitor().get("/").then().statusCode(200);
        var figures = RestAssured.get(metrics).then().statusCode(200).extract().asString();
        var missing = new TreeSet<String>();
        for (var question : questions()) {
            METRIC.matcher(question)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !OF_OTHERS.contains(name))
                    .filter(name ->
                            !figures.contains("\n" + name + "{")
                                    && !figures.contains("\n" + name + " "))
                    .forEach(missing::add);
            for (var found : LABEL.matcher(question).results().toList()) {
                for (var pair : found.group(1).split(",")) {
                    var label = pair.strip().replaceFirst("[=!~]+\".*", "");
                    if (!LABELS_OF_PROMETHEUS.contains(label) && !figures.contains(label + "=\"")) {
                        missing.add(label + " in " + question);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        for (var state : List.of("waiting", "running")) {
            assertTrue(figures.contains("descent_runs{state=\"" + state + "\"}"), state);
        }
        assertTrue(figures.contains("descent_runs_ended_total{outcome=\"failed\"}"));
        assertTrue(figures.contains("descent_mails{state=\"failed\"}"));
        assertTrue(figures.contains("descent_quiz_save_seconds_count{outcome=\"late\"}"));
    }

    private static List<String> questions() throws Exception {
        var objects = Kustomization.resolve(PRODUCTION);
        var questions = new ArrayList<String>();
        maps(at(objects.get("PrometheusRule/descent"), "spec", "groups"))
                .flatMap(group -> maps(group.get("rules")))
                .forEach(rule -> questions.add(word(rule, "expr")));
        var dashboard =
                new ObjectMapper()
                        .readValue(
                                word(
                                        objects.get("ConfigMap/descent-dashboard"),
                                        "data",
                                        "descent.json"),
                                Map.class);
        maps(dashboard.get("panels"))
                .flatMap(panel -> maps(panel.get("targets")))
                .forEach(target -> questions.add(word(target, "expr")));
        assertTrue(questions.size() > 25, "all are found");
        return questions;
    }

    @Test
    void theQuestionThatScalesWorkersIsAnswered() throws Exception {
        var queue = Kustomization.resolve(PRODUCTION).get("ScaledObject/worker");
        var trigger = maps(at(queue, "spec", "triggers")).findFirst().orElseThrow();
        assertTrue(number(word(trigger, "metadata", "query")) >= 0);
    }

    /** The role of the program, which KEDA has too, may ask it. */
    private long number(String question) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(question)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }
}
