package descent.audio.sound;

import descent.audio.speech.SpeechEngine;
import java.util.Arrays;

/**
 * Integrated loudness of mono sound at 48 kHz (ITU-R BS.1770-4): blocks of 400 ms that overlap by
 * three quarters, K-weighted, gated at -70 LUFS and at 10 below the mean of those.
 */
public final class Loudness {
    /** What mono speech is brought to; as loud as -16 LUFS in stereo. */
    public static final double TARGET = -19;

    private static final int BLOCK = SpeechEngine.RATE * 4 / 10;
    private static final int HOP = BLOCK / 4;
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = power(-70);

    /** From here on peaks are bent, and never go above {@link #CEILING}, which is -2 dB. */
    private static final double KNEE = 0.6;

    private static final double CEILING = 0.79;

    private Loudness() {}

    /** In LUFS; negative infinity of silence. */
    public static double of(float[] sound) {
        // Of less than a block: padded, as silence around it would do.
        var blocks = blocks(weighted(Arrays.copyOf(sound, Math.max(sound.length, BLOCK))));
        double loud = mean(blocks, ABSOLUTE_GATE);
        double gated = mean(blocks, Math.max(ABSOLUTE_GATE, loud * 0.1));
        return gated == 0 ? Double.NEGATIVE_INFINITY : OFFSET + 10 * Math.log10(gated);
    }

    /** Brings speech to {@link #TARGET}; silence stays silence. */
    static void level(float[] sound) {
        double loudness = of(sound);
        if (Double.isInfinite(loudness)) {
            return;
        }
        double gain = Math.pow(10, (TARGET - loudness) / 20);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) bent(sound[i] * gain);
        }
    }

    private static double bent(double value) {
        double size = Math.abs(value);
        double room = CEILING - KNEE;
        return size <= KNEE
                ? value
                : Math.signum(value) * (KNEE + room * Math.tanh((size - KNEE) / room));
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs - OFFSET) / 10);
    }

    private static double mean(double[] blocks, double gate) {
        return Arrays.stream(blocks).filter(block -> block > gate).average().orElse(0);
    }

    private static double[] blocks(double[] sound) {
        var blocks = new double[(sound.length - BLOCK) / HOP + 1];
        for (int b = 0; b < blocks.length; b++) {
            double sum = 0;
            for (int i = b * HOP; i < b * HOP + BLOCK; i++) {
                sum += sound[i] * sound[i];
            }
            blocks[b] = sum / BLOCK;
        }
        return blocks;
    }

    /** The standard's two filters with its coefficients for 48 kHz: a high shelf, a high pass. */
    private static double[] weighted(float[] sound) {
        var wide = new double[sound.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = sound[i];
        }
        return filtered(
                filtered(
                        wide,
                        1.53512485958697,
                        -2.69169618940638,
                        1.19839281085285,
                        -1.69065929318241,
                        0.73248077421585),
                1,
                -2,
                1,
                -1.99004745483398,
                0.99007225036621);
    }

    private static double[] filtered(
            double[] x, double b0, double b1, double b2, double a1, double a2) {
        var y = new double[x.length];
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = b0 * x[i] + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
            x2 = x1;
            x1 = x[i];
            y2 = y1;
            y1 = y[i];
        }
        return y;
    }
}
