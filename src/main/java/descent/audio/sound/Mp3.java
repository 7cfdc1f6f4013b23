package descent.audio.sound;

import de.sciss.jump3r.lowlevel.LameEncoder;
import descent.audio.speech.SpeechEngine;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/** Encodes mono sound at 48 kHz as MP3 with 64 kbit/s, piece by piece. */
final class Mp3 implements AutoCloseable {
    static final int KILOBITS = 64;

    /**
     * By which decoded sound comes later than what was encoded: the encoder's and the decoder's
     * delay, which nothing in the file tells to be taken away.
     */
    static final int DELAY_MILLIS = 47;

    private final LameEncoder encoder =
            new LameEncoder(
                    new AudioFormat(SpeechEngine.RATE, 16, 1, true, false),
                    KILOBITS,
                    LameEncoder.CHANNEL_MODE_MONO,
                    LameEncoder.QUALITY_HIGH,
                    false);
    private final byte[] encoded = new byte[encoder.getMP3BufferSize()];
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    void add(float[] sound) {
        var samples = new byte[sound.length * 2];
        for (int i = 0; i < sound.length; i++) {
            int sample = Math.round(Math.clamp(sound[i], -1f, 1f) * Short.MAX_VALUE);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        int step = encoder.getPCMBufferSize();
        for (int at = 0; at < samples.length; at += step) {
            int length = Math.min(step, samples.length - at);
            file.write(encoded, 0, encoder.encodeBuffer(samples, at, length, encoded));
        }
    }

    /** The whole file. Nothing can be added any more. */
    byte[] finish() {
        file.write(encoded, 0, encoder.encodeFinish(encoded));
        return file.toByteArray();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
