package descent.audio.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import descent.audio.script.Cast;
import descent.audio.script.Voice;
import descent.course.material.Voices.Pronunciation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Engines outside this program, and all that can be wrong with them. */
@DisabledOnOs(OS.WINDOWS)
class EnginesTest {
    private static final Voice VOICE = new Voice("teacher", "slt", 0, 1, 0);
    private static final Cast CAST =
            new Cast(List.of(VOICE), List.of(new Pronunciation("Adam", "addum", "")));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    /** A second of a 440 Hz tone at 16 kHz, with lengths as a program writes to a pipe. */
    private static byte[] wav() {
        int samples = 16_000;
        var file = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
        for (int i = 0; i < samples; i++) {
            file.putShort((short) (16_000 * Math.sin(2 * Math.PI * 440 * i / 16_000)));
        }
        return file.array();
    }

    private Path wavFile() throws Exception {
        return Files.write(folder.resolve("said.wav"), wav());
    }

    private static float[] say(SpeechEngine engine) throws Exception {
        return engine.say("Adam said so.", "en", VOICE, CAST);
    }

    private static String refusal(Duration timeout, String... command) {
        var engine = new CommandEngine(List.of(command), timeout);
        return assertThrows(SpeechException.class, () -> say(engine)).reason();
    }

    private static void assertIsTheTone(float[] sound) {
        assertEquals(SpeechEngine.RATE, sound.length, 3);
        double error = 0;
        for (int i = 1000; i < sound.length - 1000; i++) {
            double tone = 16_000 / 32_768.0 * Math.sin(2 * Math.PI * 440 * i / SpeechEngine.RATE);
            error = Math.max(error, Math.abs(tone - sound[i]));
        }
        assertTrue(error < 0.005, "resampled with an error of " + error);
    }

    @Test
    void soundComesOnStandardOutput() throws Exception {
        assertIsTheTone(say(new CommandEngine(List.of("cat", wavFile().toString()), PATIENCE)));
    }

    @Test
    void soundComesInAFile() throws Exception {
        assertIsTheTone(
                say(new CommandEngine(List.of("cp", wavFile().toString(), "{out}"), PATIENCE)));
    }

    @Test
    void textComesOnStandardInputOrAsAnArgumentInTheSpellingForVoices() {
        assertTrue(refusal(PATIENCE, "cat").contains("\"addum said so.\\x0a\""));
        assertTrue(refusal(PATIENCE, "echo", "{voice}", "{text}").contains("slt addum said so."));
        assertTrue(
                refusal(PATIENCE, "echo", "$(id)", "{text}").contains("$(id)"),
                "no shell is between");
    }

    @Test
    void missingProgramIsNamed() {
        assertTrue(refusal(PATIENCE, "no-such-speaker").contains("no-such-speaker"));
    }

    @Test
    void hangingProgramIsEnded() {
        assertTrue(refusal(Duration.ofMillis(100), "sleep", "600").contains("took longer than"));
    }

    @Test
    void nonsenseIsQuoted() {
        var reason = refusal(PATIENCE, "echo", "Segmentation fault");
        assertTrue(reason.contains("not a WAV file: it begins with \"Segmentation fault"), reason);
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void fullDiskIsTold() throws Exception {
        var reason = refusal(PATIENCE, "cp", wavFile().toString(), "/dev/full");
        assertTrue(reason.contains("ended with 1") && reason.contains("/dev/full"), reason);
    }

    @Test
    void settingsThatLackSomethingSayWhat() {
        var none = new CommandEngine(List.of("true"), PATIENCE);
        assertTrue(none.id().startsWith("command "));
        assertTrue(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CommandEngine(List.of(), PATIENCE))
                        .getMessage()
                        .contains("descent.audio.command"));
    }

    /** A speech server that gives this answer; what it was sent. */
    private static String served(
            int status, byte[] answer, HttpEngine.Form form, AtomicReference<String> asked)
            throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.set(
                            exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, answer.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(answer);
                    }
                });
        server.start();
        try {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/say");
            assertIsTheTone(
                    say(
                            new HttpEngine(
                                    new HttpEngine.Settings(
                                            url, form, "tts-1", "secret", PATIENCE))));
            return "";
        } catch (SpeechException e) {
            return e.reason();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void serversAreAskedAsTheyWant() throws Exception {
        var asked = new AtomicReference<String>();
        assertEquals("", served(200, wav(), HttpEngine.Form.PIPER, asked));
        assertEquals("Bearer secret {\"text\":\"addum said so.\",\"voice\":\"slt\"}", asked.get());
        assertEquals("", served(200, wav(), HttpEngine.Form.OPENAI, asked));
        assertEquals(
                "Bearer secret {\"model\":\"tts-1\",\"input\":\"addum said so.\",\"response_format\":\"wav\",\"voice\":\"slt\"}",
                asked.get());
    }

    @Test
    void serverThatFailsIsQuoted() throws Exception {
        var asked = new AtomicReference<String>();
        var broken = "no model".getBytes(StandardCharsets.UTF_8);
        var reason = served(500, broken, HttpEngine.Form.PIPER, asked);
        assertTrue(reason.contains("answered 500 no model"), reason);
        assertTrue(served(200, broken, HttpEngine.Form.PIPER, asked).contains("not a WAV file"));
    }

    @Test
    void serverThatIsNotThereIsNamed() {
        var url = URI.create("http://127.0.0.1:1/");
        var engine =
                new HttpEngine(
                        new HttpEngine.Settings(url, HttpEngine.Form.PIPER, "", "", PATIENCE));
        var reason = assertThrows(SpeechException.class, () -> say(engine)).reason();
        assertTrue(reason.contains(url + " could not be asked"), reason);
    }
}
