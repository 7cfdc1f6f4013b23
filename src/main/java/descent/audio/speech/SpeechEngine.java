package descent.audio.speech;

import descent.audio.script.Cast;
import descent.audio.script.Voice;

/** Something that speaks. Only one thread ever asks it. */
public interface SpeechEngine {
    /** Samples in a second, of all sound in this room. */
    int RATE = 48_000;

    /** Its name and version, and of its settings what can be heard: other sound, other id. */
    String id();

    /**
     * A sentence as sound, mono, at {@link #RATE}, in about -1 to 1; silence around it does not
     * matter.
     *
     * @throws SpeechException with a reason that an author can do something about
     */
    float[] say(String sentence, String language, Voice voice, Cast cast)
            throws SpeechException, InterruptedException;
}
