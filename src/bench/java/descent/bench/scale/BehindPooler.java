package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Cluster;
import descent.bench.site.OpenLoop;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Two web replicas and a worker that reach PostgreSQL through a pooler that hands out connections
 * by the transaction: people sign up, read, take tests and follow runs. Are all answered, is no
 * answer lost, do curves come live from the worker?
 *
 * <p>Argument: seconds (30).
 */
public final class BehindPooler {
    private static final String PAGE = "/courses/" + COURSE + "/lessons/optimizers";

    private BehindPooler() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = Duration.ofSeconds(LessonPages.argument(arguments, 0, 30));
        try (var cluster = Cluster.startBehindPooler();
                var http = Browser.client();
                var training = new Training(cluster, Browser.enrolled(cluster, http));
                var sitting = new Sitting(cluster, 10, Duration.ofMillis(500))) {
            var reader = Browser.enrolled(cluster, http);
            System.out.println(
                    "pages: "
                            + OpenLoop.run(
                                    10,
                                    seconds,
                                    () -> String.valueOf(reader.page(PAGE).statusCode())));
            System.out.println(followed(cluster, reader, http));
            System.out.println("runs finished meanwhile: " + training.finished());
            System.out.println(sitting.end());
            System.out.println(connections(cluster));
        }
    }

    /** One run, from the click to the end of its stream. */
    private static String followed(Cluster cluster, Browser learner, HttpClient http)
            throws Exception {
        var spec =
                """
                {"course": "%s", "spec": {"seed": %d, "network": {"layers": [{"kind": "dense", "units": 64}]}, "stop": {"steps": 3000}}}
                """
                        .formatted(COURSE, System.currentTimeMillis());
        var asked = learner.postJson("/experiments", spec);
        Browser.expect(201, asked);
        var id = asked.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        var request =
                HttpRequest.newBuilder(cluster.uri("/experiments/stream?of=" + id))
                        .header("Accept", "text/event-stream")
                        .header("Cookie", learner.cookie());
        try (var lines = http.send(request.build(), BodyHandlers.ofLines()).body()) {
            var events =
                    lines.filter(line -> line.startsWith("event:"))
                            .takeWhile(line -> !line.equals("event:end"))
                            .count();
            return "events of a run's stream before its end: " + events;
        }
    }

    private static String connections(Cluster cluster) throws Exception {
        try (var database = cluster.database().connect();
                var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) filter (where application_name = 'descent news'), count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            row.next();
            return "connections to PostgreSQL: %d, of these %d that listen"
                    .formatted(row.getLong(2), row.getLong(1));
        }
    }
}
