package descent.audio.sound;

import descent.audio.speech.SpeechEngine;
import java.util.Arrays;

/** Takes away the silence around speech: pauses are the script's business. */
final class Trim {
    private static final int WINDOW = SpeechEngine.RATE / 200;

    /** So much quieter than the loudest 5 ms is silence: 40 dB. */
    private static final double SILENT = 0.01;

    /** Kept before and after: soft consonants begin and end below that. */
    private static final int BEFORE = SpeechEngine.RATE * 30 / 1000;

    private static final int AFTER = SpeechEngine.RATE * 60 / 1000;
    private static final int FADE = SpeechEngine.RATE * 10 / 1000;

    private Trim() {}

    /** Sound that is silent throughout stays as it is. */
    static float[] of(float[] sound) {
        var levels = levels(sound);
        double threshold = Arrays.stream(levels).max().orElse(0) * SILENT;
        int first = 0;
        int last = levels.length - 1;
        while (first < last && levels[first] <= threshold) {
            first++;
        }
        while (last > first && levels[last] <= threshold) {
            last--;
        }
        if (first == last) {
            return sound;
        }
        var kept =
                Arrays.copyOfRange(
                        sound,
                        Math.max(0, first * WINDOW - BEFORE),
                        Math.min(sound.length, (last + 1) * WINDOW + AFTER));
        fade(kept);
        return kept;
    }

    /** Root mean square of each window. */
    private static double[] levels(float[] sound) {
        var levels = new double[sound.length / WINDOW];
        for (int w = 0; w < levels.length; w++) {
            double sum = 0;
            for (int i = w * WINDOW; i < (w + 1) * WINDOW; i++) {
                sum += sound[i] * sound[i];
            }
            levels[w] = Math.sqrt(sum / WINDOW);
        }
        return levels;
    }

    private static void fade(float[] sound) {
        int length = Math.min(FADE, sound.length / 2);
        for (int i = 0; i < length; i++) {
            float gain = (float) i / length;
            sound[i] *= gain;
            sound[sound.length - 1 - i] *= gain;
        }
    }
}
