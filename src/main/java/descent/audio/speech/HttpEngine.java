package descent.audio.speech;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import descent.audio.script.Cast;
import descent.audio.script.Voice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A speech server: takes a sentence as JSON, gives a WAV file. */
final class HttpEngine implements SpeechEngine {

    private final HttpClient client;
    private final Settings settings;

    /** What the server expects to be sent. */
    enum Form {
        /** {@code {"text": …, "voice": …}}, as Piper's own server. */
        PIPER,
        /** {@code {"model": …, "voice": …, "input": …}}, as {@code /v1/audio/speech}. */
        OPENAI
    }

    /**
     * @param model empty where there is but one
     * @param token sent as a bearer token; empty for none
     */
    record Settings(URI url, Form form, String model, String token, Duration timeout) {}

    HttpEngine(Settings settings) {
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    @Override
    public String id() {
        return "http " + settings.url() + " " + settings.model();
    }

    @Override
    public float[] say(String sentence, String language, Voice voice, Cast cast)
            throws SpeechException, InterruptedException {
        var request =
                HttpRequest.newBuilder(settings.url())
                        .timeout(settings.timeout())
                        .header("Content-Type", "application/json")
                        .header("Accept", "audio/wav");
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        var body = body(Respelling.of(sentence, cast), voice).toString();
        try {
            var answer =
                    client.send(
                            request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new SpeechException(
                        "answered %d %s"
                                .formatted(answer.statusCode(), text(answer.body()))
                                .strip());
            }
            var wav = Wav.read(answer.body());
            return Resampling.of(wav.mono(), wav.rate(), RATE);
        } catch (HttpTimeoutException e) {
            throw new SpeechException(
                    "%s took longer than %d seconds for a sentence"
                            .formatted(settings.url(), settings.timeout().toSeconds()),
                    e);
        } catch (IOException e) {
            throw new SpeechException("%s could not be asked: %s".formatted(settings.url(), e), e);
        } catch (SpeechException e) {
            throw new SpeechException(settings.url() + ": " + e.reason(), e);
        }
    }

    private ObjectNode body(String text, Voice voice) {
        var body = JsonNodeFactory.instance.objectNode();
        switch (settings.form()) {
            case PIPER -> body.put("text", text);
            case OPENAI ->
                    body.put("model", settings.model())
                            .put("input", text)
                            .put("response_format", "wav");
        }
        if (!voice.name().isEmpty()) {
            body.put("voice", voice.name());
        }
        return body;
    }

    private static String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
