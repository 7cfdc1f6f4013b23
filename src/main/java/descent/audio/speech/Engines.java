package descent.audio.speech;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The engine that the settings name. */
public final class Engines {
    private Engines() {}

    /** As in {@code descent.audio.engine}. */
    public enum Kind {
        /** MaryTTS within this program. */
        MARY,
        /** A program of this machine. */
        COMMAND,
        /** A speech server. */
        HTTP,
        /** Nothing is heard. */
        SILENT
    }

    /** What is set of an engine outside this program. */
    public interface Outside {
        Duration timeout();

        Optional<List<String>> command();

        Optional<URI> url();

        String form();

        Optional<String> model();

        Optional<String> token();
    }

    public static SpeechEngine of(Kind kind, Outside outside) {
        return switch (kind) {
            case MARY -> new MaryEngine();
            case COMMAND ->
                    new CommandEngine(outside.command().orElse(List.of()), outside.timeout());
            case HTTP -> new HttpEngine(settings(outside));
            case SILENT -> new SilentEngine();
        };
    }

    private static HttpEngine.Settings settings(Outside outside) {
        return new HttpEngine.Settings(
                outside.url()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "descent.audio.engine=http needs descent.audio.url, the address of a speech server")),
                form(outside.form()),
                outside.model().orElse(""),
                outside.token().orElse(""),
                outside.timeout());
    }

    private static HttpEngine.Form form(String name) {
        try {
            return HttpEngine.Form.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "descent.audio.form is piper or openai, not " + name, e);
        }
    }
}
