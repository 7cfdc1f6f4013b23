package descent.run.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.account.TestPeople;
import descent.run.FollowRuns;
import descent.run.RunRows;
import descent.run.TestSpecs;
import descent.shared.live.News;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of a run that goes on and on. */
@QuarkusTest
class RunStreamTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject RunStreams streams;

    @Inject FollowRuns follow;

    @Inject News news;

    @Inject ObjectMapper json;

    @Inject EntityManager database;

    @Inject TestPeople people;

    @TestHTTPResource URI root;

    private final List<Socket> connections = new ArrayList<>();
    private UUID experiment;
    private String key;

    /** Asked for by the system, so that everybody may see it. */
    @BeforeEach
    void longRunIsUnderWay() {
        var wide = TestSpecs.wide(250);
        var spec =
                TestSpecs.fresh(
                        Map.of(
                                "network", Map.of("layers", List.of(wide, wide, wide)),
                                "stop", Map.of("steps", 60_000),
                                "record", Map.of("every", 10)));
        key = spec.hash();
        experiment = RunRows.waiting(spec);
    }

    @AfterEach
    void nobodyWantsItAnyMore() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
        RunRows.cancelled(key);
        Eventually.isTrue("no stream is left", () -> streams.number() == 0);
    }

    @Test
    void d18BrowsersThatGoAwayLeaveNothingBehind() throws IOException {
        for (int i = 0; i < 20; i++) {
            var connection = open(Client.visitor());
            if (i % 2 == 0) {
                // Gone without a goodbye: the system sends a reset.
                connection.setSoLinger(true, 0);
            }
        }
        Eventually.isTrue("all are open", () -> streams.number() == 20);
        for (var connection : connections) {
            connection.close();
        }
        Eventually.isTrue("all are gone", () -> streams.number() == 0);
    }

    @Test
    void d22OldestOfTooManyStreamsIsClosed() throws IOException {
        var ada = Client.learner();
        var oldest = open(ada);
        Eventually.isTrue("it is open", () -> streams.number() == 1);
        for (int i = 1; i < RunStreams.MOST_OF_A_PERSON; i++) {
            open(ada);
        }
        Eventually.isTrue("as many as may", () -> streams.number() == RunStreams.MOST_OF_A_PERSON);
        open(Client.learner());
        open(ada);
        assertTrue(rest(oldest).contains("event:superseded"), "the oldest is told that it ends");
        Eventually.isTrue(
                "all others go on", () -> streams.number() == RunStreams.MOST_OF_A_PERSON + 1);
    }

    /** A browser that takes nothing would else keep all that it opens. */
    @Test
    void d22EachOfTooManyStreamsClosesAnother() {
        var own = new RunStreams(follow, news, json);
        var person = UUID.randomUUID();
        int tooMany = 3;
        var readers =
                IntStream.range(0, RunStreams.MOST_OF_A_PERSON + tooMany)
                        .mapToObj(_ -> reader(own, person, 0))
                        .toList();
        readers.forEach(reader -> reader.request(100));
        for (var oldest : readers.subList(0, tooMany)) {
            var told = oldest.awaitCompletion(PATIENCE).getItems();
            assertEquals("superseded", told.getLast().getName());
        }
        Eventually.isTrue("all others go on", () -> own.number() == RunStreams.MOST_OF_A_PERSON);
        readers.forEach(AssertSubscriber::cancel);
        Eventually.isTrue("nothing is left", () -> own.number() == 0);
    }

    @Test
    void a5StreamOfSomebodySignedOutEnds() throws IOException {
        var ada = Client.learner();
        var stream = open(ada);
        Eventually.isTrue("it is open", () -> streams.number() == 1);
        // No news of it: the stream itself has to ask.
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "delete from session where person_id = (select id from person where email = :email)")
                                .setParameter("email", ada.email())
                                .executeUpdate());
        assertFalse(rest(stream).contains("event:end"), "the run goes on without them");
        Eventually.isTrue("nothing is left", () -> streams.number() == 0);
    }

    /**
     * Two events are on their way at most, so that what comes meanwhile is in the one after them.
     */
    @Test
    void slowReaderGetsMoreAtATimeAndMissesNothing() {
        var reader = reader(streams, null, 1);
        int taken = 1;
        reader.awaitItems(taken, PATIENCE);
        while (position(reader.getLastItem()) < 60) {
            int told = position(reader.getLastItem());
            Eventually.isTrue("the run goes on", () -> recorded() >= told + 20);
            reader.request(1);
            reader.awaitItems(++taken, PATIENCE);
        }
        assertEquals(taken, reader.getItems().size(), "no more than it takes");
        assertTrue(taken < 30, "60 records in " + taken + " events");
        int next = 0;
        for (var event : reader.getItems()) {
            var data = new JsonPath((String) event.getData());
            assertEquals(next, data.getInt("[0].first"));
            next += data.getList("[0].items").size();
            assertEquals(next, position(event));
        }
        reader.cancel();
    }

    private static int position(OutboundSseEvent event) {
        return Integer.parseInt(event.getId());
    }

    private long recorded() {
        return RunRows.records(key);
    }

    /** On streams of the test's own: the program itself goes on. */
    @Test
    void x10ProgramThatEndsSendsStreamsElsewhere() {
        var ending = new RunStreams(follow, news, json);
        var open = reader(ending, null, 100);
        Eventually.isTrue("it is open", () -> ending.number() == 1);
        ending.stop(new ShutdownDelayInitiatedEvent());
        var last = open.awaitCompletion(PATIENCE).getItems().getLast();
        assertEquals("restarting", last.getName());
        assertTrue(last.isReconnectDelaySet(), "and when to come back");
        var late = reader(ending, null, 100).awaitCompletion(PATIENCE).getItems();
        assertEquals("restarting", late.getLast().getName(), "whoever comes late is told as well");
        Eventually.isTrue("nothing is left", () -> ending.number() == 0);
    }

    /** Takes so many events. */
    private AssertSubscriber<OutboundSseEvent> reader(
            RunStreams from, @Nullable UUID person, int events) {
        return from.stream(
                        List.of(experiment),
                        List.of(),
                        new Follower(person, () -> true),
                        new SseImpl())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(events));
    }

    @Test
    void tooManyExperimentsInAStreamAreRefused() {
        var ids = String.join(",", Collections.nCopies(13, experiment.toString()));
        Client.visitor()
                .request()
                .accept("text/event-stream")
                .get("/experiments/stream?of=" + ids)
                .then()
                .statusCode(400);
    }

    private Socket open(Client client) throws IOException {
        var connection = new Socket(root.getHost(), root.getPort());
        connections.add(connection);
        connection
                .getOutputStream()
                .write(
                        """
                        GET /experiments/stream?of=%s HTTP/1.1
                        Host: %s
                        Accept: text/event-stream
                        Cookie: %s=%s
                        X-Forwarded-For: %s
                        X-Forwarded-Proto: https

                        """
                                .formatted(
                                        experiment,
                                        root.getAuthority(),
                                        Client.SESSION_COOKIE,
                                        client.cookie(Client.SESSION_COOKIE),
                                        client.place())
                                .replace("\n", "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    /** All that comes until the server ends the stream. */
    private static String rest(Socket connection) throws IOException {
        connection.setSoTimeout(60_000);
        var text = new StringBuilder();
        var bytes = new byte[8192];
        var in = connection.getInputStream();
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
            text.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
            // HTTP/1.1 ends an answer of unknown length with an empty chunk.
            if (text.toString().endsWith("\r\n0\r\n\r\n")) {
                break;
            }
        }
        return text.toString();
    }
}
