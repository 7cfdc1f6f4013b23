package descent.audio.track;

import descent.audio.speech.Engines;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who speaks, and where. */
@ConfigMapping(prefix = "descent.audio")
public interface AudioConfig extends Engines.Outside {
    @WithDefault("mary")
    Engines.Kind engine();

    /** Whether this replica makes sound. */
    @WithDefault("true")
    boolean worker();

    /**
     * How long, before each line, the making of sound stands back for waiting runs and tests under
     * way. Not for ever: where many learn, somebody is always in a test.
     */
    @WithDefault("30s")
    Duration standBack();

    /** What the engine calls the voice of a role of the cast. */
    Map<String, String> voice();

    /** For a sentence. */
    @Override
    @WithDefault("60s")
    Duration timeout();

    /** The program with its arguments: {@code espeak-ng,-v,{voice},--stdin,-w,{out}}. */
    @Override
    Optional<List<String>> command();

    /** The address of a speech server. */
    @Override
    Optional<URI> url();

    /** What the server expects: piper or openai. */
    @Override
    @WithDefault("piper")
    String form();

    @Override
    Optional<String> model();

    @Override
    Optional<String> token();

    /** Of a recording that an author uploads, in bytes. */
    @WithDefault("100000000")
    int recordingLimit();
}
