package descent.audio.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * A WAV file's sound. Lengths in the file are believed only as far as there are bytes: programs
 * that write to a pipe do not know them.
 *
 * @param bits per sample
 * @param floating whether samples are floating-point numbers
 */
public record Wav(int channels, int rate, int bits, boolean floating, ByteBuffer data) {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    /**
     * @throws SpeechException when it is no WAV file, or one of a kind that is not read
     */
    public static Wav read(byte[] bytes) throws SpeechException {
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !tag(file, 0).equals("RIFF") || !tag(file, 8).equals("WAVE")) {
            throw new SpeechException("not a WAV file: it begins with " + beginning(bytes));
        }
        int format = -1;
        long at = 12;
        while (at + 8 <= bytes.length) {
            int start = (int) at + 8;
            long length = file.getInt((int) at + 4) & 0xFFFFFFFFL;
            int there = (int) Math.min(length, bytes.length - start);
            var tag = tag(file, (int) at);
            if (tag.equals("fmt ") && there >= 16) {
                format = start;
            } else if (tag.equals("data") && format >= 0) {
                return of(file, format, file.slice(start, there).order(ByteOrder.LITTLE_ENDIAN));
            }
            at = start + length + length % 2;
        }
        throw new SpeechException("a WAV file without sound");
    }

    private static Wav of(ByteBuffer file, int format, ByteBuffer data) throws SpeechException {
        int kind = file.getShort(format) & 0xFFFF;
        if (kind == EXTENSIBLE && format + 26 <= file.limit()) {
            kind = file.getShort(format + 24) & 0xFFFF;
        }
        int channels = file.getShort(format + 2);
        int rate = file.getInt(format + 4);
        int bits = file.getShort(format + 14);
        boolean known =
                kind == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32)
                        || kind == FLOAT && bits == 32;
        if (!known || channels < 1 || channels > 8 || rate < 8_000 || rate > 192_000) {
            throw new SpeechException(
                    "a WAV file of format %d with %d channels, %d bits and %d samples a second; allowed are PCM of 8 to 32 bits and floating point of 32, at 8000 to 192000 samples a second"
                            .formatted(kind, channels, bits, rate));
        }
        return new Wav(channels, rate, bits, kind == FLOAT, data);
    }

    /** Of one channel. */
    public int samples() {
        return data.limit() / (bits / 8 * channels);
    }

    public long millis() {
        return samples() * 1000L / rate;
    }

    /** All channels as one, in -1 to 1. */
    float[] mono() {
        var mono = new float[samples()];
        int bytes = bits / 8;
        for (int i = 0; i < mono.length; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += sample((i * channels + c) * bytes);
            }
            mono[i] = (float) (sum / channels);
        }
        return mono;
    }

    private double sample(int at) {
        if (floating) {
            float value = data.getFloat(at);
            return Float.isFinite(value) ? Math.clamp(value, -1f, 1f) : 0;
        }
        return switch (bits) {
            case 8 -> ((data.get(at) & 0xFF) - 128) / 128.0;
            case 16 -> data.getShort(at) / 32_768.0;
            case 24 ->
                    ((data.get(at + 2) << 16)
                                    | (data.get(at + 1) & 0xFF) << 8
                                    | (data.get(at) & 0xFF))
                            / 8_388_608.0;
            default -> data.getInt(at) / 2_147_483_648.0;
        };
    }

    private static String tag(ByteBuffer file, int at) {
        var letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            letters.append((char) (file.get(at + i) & 0xFF));
        }
        return letters.toString();
    }

    private static String beginning(byte[] bytes) {
        if (bytes.length == 0) {
            return "nothing";
        }
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, 40); i++) {
            int b = bytes[i] & 0xFF;
            text.append(
                    b >= 32 && b < 127
                            ? String.valueOf((char) b)
                            : String.format(Locale.ROOT, "\\x%02x", b));
        }
        return "\"" + text + "\"";
    }
}
