package descent.audio.speech;

import descent.audio.script.Cast;
import descent.audio.script.Voice;

/** Takes its time and says nothing: for tests, and for those who work on something else. */
final class SilentEngine implements SpeechEngine {
    private static final int MILLIS_PER_CHARACTER = 60;

    @Override
    public String id() {
        return "silent";
    }

    @Override
    public float[] say(String sentence, String language, Voice voice, Cast cast) {
        return new float[RATE / 1000 * MILLIS_PER_CHARACTER * sentence.length()];
    }
}
