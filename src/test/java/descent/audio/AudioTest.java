package descent.audio;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.modules.itunes.ITunes;
import com.rometools.rome.io.SyndFeedInput;
import descent.account.TestPeople;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The sound of the sample course, made by the silent engine at the start of the program. */
@QuarkusTest
class AudioTest {
    private static final String LISTEN = "/courses/sample/lessons/walking-downhill/listen/";
    private static final String CONVERSATION = LISTEN + "conversation";
    private static final String EDIT = "/editor/courses/sample/sound";

    @Inject TestPeople people;
    @Inject EntityManager database;

    /** Ready, as it is in time after each start. */
    private static Client listener() {
        var learner = Client.enrolled("sample");
        Eventually.isTrue(
                "the sound",
                () ->
                        learner.get(CONVERSATION + "/sound").statusCode() == 200
                                && learner.get(LISTEN + "audiobook/sound").statusCode() == 200);
        return learner;
    }

    private static Response part(Client client, String path, String range) {
        return client.request().header("Range", range).get(path);
    }

    @Test
    void soundIsMadeAtTheStartAndPlaysWithItsTranscript() {
        var learner = listener();
        learner.get(CONVERSATION)
                .then()
                .statusCode(200)
                .body(containsString("<audio controls"))
                .body(containsString("Which way is down?"))
                .body(containsString("katex"))
                .body(containsString("data-next=\"" + LISTEN + "audiobook\""));
        learner.get(CONVERSATION + "/captions.vtt")
                .then()
                .contentType(startsWith("text/vtt"))
                .body(startsWith("WEBVTT\n\nt1-1\n00:00:00.397 --> "))
                .body(containsString("<v Jonas>Against the gradient, so minus the gradient.</v>"));
        learner.get(LISTEN + "audiobook/chapters.vtt").then().body(containsString("The step"));
    }

    @Test
    void soundIsSentInParts() {
        var learner = listener();
        var whole = learner.get(CONVERSATION + "/sound");
        whole.then()
                .contentType("audio/mpeg")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", startsWith("private"));
        var bytes = whole.asByteArray();
        assertEquals(bytes.length, Integer.parseInt(whole.header("Content-Length")));

        var some = part(learner, CONVERSATION + "/sound", "bytes=100-199");
        some.then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-199/" + bytes.length)
                .header("Content-Length", "100");
        assertArrayEquals(Arrays.copyOfRange(bytes, 100, 200), some.asByteArray());

        var end = part(learner, CONVERSATION + "/sound", "bytes=-50");
        assertEquals(206, end.statusCode());
        assertArrayEquals(
                Arrays.copyOfRange(bytes, bytes.length - 50, bytes.length), end.asByteArray());

        part(learner, CONVERSATION + "/sound", "bytes=" + bytes.length + "-")
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length);

        var tag = whole.header("ETag");
        learner.request()
                .header("If-None-Match", tag)
                .get(CONVERSATION + "/sound")
                .then()
                .statusCode(304);
        learner.request()
                .header("If-Range", "\"another\"")
                .header("Range", "bytes=0-9")
                .get(CONVERSATION + "/sound")
                .then()
                .statusCode(200);
        learner.get(CONVERSATION + "/sound?download=1")
                .then()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"walking-downhill-conversation.mp3\"");
    }

    @Test
    void onlyTheEnrolledHearIt() {
        listener();
        for (var path : new String[] {"", "/sound", "/captions.vtt", "/chapters.vtt"}) {
            assertTrue(
                    Client.visitor()
                            .get(CONVERSATION + path)
                            .header("Location")
                            .contains("/login"));
            assertEquals(403, Client.learner().get(CONVERSATION + path).statusCode(), path);
        }
    }

    @Test
    void placeIsRememberedOnAnotherDevice() {
        var learner = listener();
        learner.post(CONVERSATION + "/position", Map.of("millis", "1234")).then().statusCode(204);
        learner.elsewhere()
                .login()
                .get(CONVERSATION)
                .then()
                .body(containsString("data-position=\"1234\""));
        listener().get(CONVERSATION).then().body(containsString("data-position=\"0\""));
        for (var nonsense : new String[] {"-1", "86400001"}) {
            learner.post(CONVERSATION + "/position", Map.of("millis", nonsense))
                    .then()
                    .statusCode(400);
        }
    }

    private static String address(Client learner) {
        var page = learner.post("/courses/sample/listen/podcast", Map.of()).asString();
        var found = Pattern.compile("/podcasts/[\\w-]{43}").matcher(page);
        assertTrue(found.find(), page);
        return found.group();
    }

    @Test
    void podcastIsReadByAFeedReader() throws Exception {
        var learner = listener();
        var path = address(learner);
        var app = Client.visitor();
        var answer = app.get(path);
        answer.then().statusCode(200).contentType(startsWith("application/rss+xml"));
        var feed = new SyndFeedInput().build(new StringReader(answer.asString()));
        assertEquals("A Sample Course", feed.getTitle());
        assertEquals(2, feed.getEntries().size());
        var entry = feed.getEntries().getFirst();
        assertEquals("Walking downhill: Fog on the hill", entry.getTitle());
        var file = entry.getEnclosures().getFirst();
        assertEquals("audio/mpeg", file.getType());
        var sound = app.get(file.getUrl().substring(file.getUrl().indexOf("/podcasts/")));
        assertEquals(file.getLength(), sound.asByteArray().length);
        var itunes = (EntryInformation) entry.getModule(ITunes.URI);
        assertTrue(itunes.getDuration().getMilliseconds() > 1000);
        var image = ((FeedInformation) feed.getModule(ITunes.URI)).getImageUri();
        assertTrue(image.endsWith(path + "/cover.png"), image);
        var cover = ImageIO.read(app.get(path + "/cover.png").asInputStream());
        assertEquals(1400, cover.getWidth());
        assertEquals(1400, cover.getHeight());
        app.get(path + "/walking-downhill/conversation/transcript.vtt")
                .then()
                .contentType(startsWith("text/vtt"))
                .body(containsString("Which way is down?"));
        app.get(path + "/walking-downhill/audiobook/chapters.json")
                .then()
                .body(containsString("\"title\":\"The step\""));
    }

    @Test
    void addressIsWorthNothingOnceTakenBackReplacedOrTheCourseLeft() {
        var learner = listener();
        var first = address(learner);
        var second = address(learner);
        assertEquals(404, Client.visitor().get(first).statusCode());
        assertEquals(200, Client.visitor().get(second).statusCode());
        learner.post("/courses/sample/leave", Map.of());
        assertEquals(404, Client.visitor().get(second).statusCode());
        learner.post("/courses/sample/enrol", Map.of());
        assertEquals(200, Client.visitor().get(second).statusCode());
        learner.post("/courses/sample/listen/podcast/revoke", Map.of());
        assertEquals(404, Client.visitor().get(second).statusCode());
    }

    @Test
    void authorListensToATextAtOnce() {
        var author = people.author("sample");
        var asked =
                author.post(
                        EDIT + "/samples",
                        Map.of("role", "student-a", "text", "Hello. " + UUID.randomUUID()));
        assertEquals(303, asked.statusCode());
        var sample = asked.header("Location").replaceFirst("^https?://[^/]+", "");
        Eventually.isTrue("the sample", () -> author.get(sample).asString().contains("<audio"));
        assertEquals("audio/mpeg", author.get(sample + "/sound").contentType());
        author.post(EDIT + "/samples", Map.of("role", "ghost", "text", "Boo."))
                .then()
                .statusCode(400)
                .body(containsString("teacher"));
    }

    @Test
    void soundThatFailedSaysWhyAndIsTriedAgain() {
        var author = people.author("sample");
        listener();
        var key = keyOf("AUDIOBOOK");
        change(
                "update audio_sound set state = 'FAILED', reason = 'no voice today', blob = null, millis = null, timings = null where key = '"
                        + key
                        + "'");
        author.get(EDIT).then().body(containsString("no voice today"));
        var learner = Client.enrolled("sample");
        learner.get(LISTEN + "audiobook")
                .then()
                .statusCode(200)
                .body(not(containsString("no voice today")))
                .body(containsString("Feel the slope"));
        assertEquals(503, learner.get(LISTEN + "audiobook/sound").statusCode());
        author.post(EDIT + "/walking-downhill/audiobook/retry", Map.of()).then().statusCode(303);
        listener();
    }

    /** A worker that is lost leaves its sound to another; lost twice, it has failed. */
    @Test
    void soundIsNotLostWithItsWorker() {
        var learner = listener();
        var key = keyOf("AUDIOBOOK");
        change(
                "update audio_sound set state = 'RUNNING', worker = 'busy', tries = 1, done = 1, lease_until = now() + interval '1 hour' where key = '"
                        + key
                        + "'");
        learner.get(LISTEN + "audiobook")
                .then()
                .body(containsString("is being made, 1 of "))
                .body(containsString("Feel the slope"));
        change(
                "update audio_sound set state = 'RUNNING', worker = 'dead', tries = 1, lease_until = now() - interval '1 minute' where key = '"
                        + key
                        + "'");
        listener();
        change(
                "update audio_sound set state = 'RUNNING', worker = 'dead', tries = 2, lease_until = now() - interval '1 minute' where key = '"
                        + key
                        + "'");
        var author = people.author("sample");
        Eventually.isTrue("given up", () -> author.get(EDIT).asString().contains("was lost twice"));
        author.post(EDIT + "/walking-downhill/audiobook/retry", Map.of());
        listener();
    }

    private String keyOf(String track) {
        return (String)
                database.createNativeQuery(
                                "select key from audio_sound where course_id = 'sample' and track = '"
                                        + track
                                        + "'",
                                String.class)
                        .getResultList()
                        .getFirst();
    }

    private void change(String sql) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private static byte[] wav() {
        int bytes = 2 * 8000 * 2;
        var file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        return file.array();
    }

    @Test
    void recordingTakesThePlaceOfTheVoiceUntilItIsRemoved() {
        var author = people.author("sample");
        var learner = listener();
        var path = EDIT + "/walking-downhill/audiobook/recording";
        author.request()
                .multiPart(
                        "file", "evil.mp3", "<html>".repeat(100).getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("MP3"));
        var file = wav();
        var torn = UUID.randomUUID();
        author.request()
                .contentType("application/octet-stream")
                .body(Arrays.copyOfRange(file, 20_000, file.length))
                .post(path + "/pieces?upload=" + torn + "&first=20000")
                .then()
                .statusCode(204);
        author.request()
                .multiPart("upload", torn.toString())
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("missing, at byte 0"));
        var upload = UUID.randomUUID();
        for (int first = 0; first < file.length; first += 20_000) {
            author.request()
                    .contentType("application/octet-stream")
                    .body(Arrays.copyOfRange(file, first, Math.min(file.length, first + 20_000)))
                    .post(path + "/pieces?upload=" + upload + "&first=" + first)
                    .then()
                    .statusCode(204);
        }
        author.request().multiPart("upload", upload.toString()).post(path).then().statusCode(303);
        var heard = learner.get(LISTEN + "audiobook/sound");
        assertEquals("audio/wav", heard.contentType());
        assertArrayEquals(file, heard.asByteArray());
        learner.get(LISTEN + "audiobook").then().body(containsString("Feel the slope"));
        captions(author, "WEBVTT\n\n00:00.000 --> 00:09.000\nFeel it.")
                .then()
                .statusCode(400)
                .body(containsString("line 3: the recording ends at 00:00:02.000"));
        learner.get(LISTEN + "audiobook").then().body(not(containsString("kind=\"captions\"")));
        captions(author, "WEBVTT\n\n00:00.000 --> 00:01.500\nFeel it.").then().statusCode(303);
        learner.get(LISTEN + "audiobook").then().body(containsString("kind=\"captions\""));
        for (var transcript :
                new String[] {
                    LISTEN + "audiobook/captions.vtt",
                    address(learner) + "/walking-downhill/audiobook/transcript.vtt"
                }) {
            learner.get(transcript).then().body(containsString("00:00:01.500\nFeel it."));
        }
        author.post(path + "/remove", Map.of()).then().statusCode(303);
        assertEquals("audio/mpeg", learner.get(LISTEN + "audiobook/sound").contentType());
    }

    private static Response captions(Client author, String file) {
        return author.request()
                .multiPart("file", "mine.vtt", file.getBytes(StandardCharsets.UTF_8))
                .post(EDIT + "/walking-downhill/audiobook/recording/captions");
    }

    /** The database says so when its disk is full; here it is for files of this size alone. */
    @Test
    void fullStoreIsToldAndKeepsNothingHalf() throws SQLException {
        var author = people.author("sample");
        var learner = listener();
        asOwner(
                "create or replace function no_room() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$");
        asOwner(
                "create trigger no_room before insert on blob for each row when (new.size = 32044) execute function no_room()");
        try {
            author.request()
                    .multiPart("file", "mine.wav", wav())
                    .post(EDIT + "/walking-downhill/audiobook/recording")
                    .then()
                    .statusCode(503)
                    .body(containsString("no room left"))
                    .body(containsString("Nothing of this was kept"));
            author.get(EDIT + "/walking-downhill/audiobook")
                    .then()
                    .statusCode(200)
                    .body(not(containsString("Learners hear your recording")));
            assertEquals("audio/mpeg", learner.get(LISTEN + "audiobook/sound").contentType());
        } finally {
            asOwner("drop trigger no_room on blob");
            asOwner("drop function no_room()");
        }
    }

    /** The program itself may not change tables. */
    private static void asOwner(String sql) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var connection =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.flyway.username", String.class),
                                config.getValue("quarkus.flyway.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void othersDoNotComeToTheAuthorsPages() {
        assertEquals(403, Client.enrolled("sample").get(EDIT).statusCode());
    }
}
