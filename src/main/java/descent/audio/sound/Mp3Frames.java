package descent.audio.sound;

import descent.audio.speech.SpeechException;

/** Walks through the frames of an MP3 file: that it is one, and how long it plays. */
final class Mp3Frames {
    private static final int[] KILOBITS_1 = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] KILOBITS_2 = {
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };
    private static final int[] RATES_1 = {44_100, 48_000, 32_000};

    /** Bytes that are no frames, such as tags of odd programs: at most this share. */
    private static final double MOST_OTHER = 0.05;

    private Mp3Frames() {}

    private record Frame(int bytes, double millis) {}

    /**
     * @throws SpeechException when it is no MP3 file
     */
    static long millis(byte[] file) throws SpeechException {
        double millis = 0;
        long inFrames = 0;
        int at = tagBefore(file);
        int end = tagBehind(file);
        int length = end - at;
        while (at + 4 <= end) {
            var frame = frame(file, at);
            if (frame == null) {
                at++;
                continue;
            }
            // The last one may be cut off.
            inFrames += Math.min(frame.bytes(), end - at);
            millis += frame.millis();
            at += frame.bytes();
        }
        if (length <= 0 || inFrames < length * (1 - MOST_OTHER)) {
            throw new SpeechException("neither an MP3 nor a WAV file, or not a whole one");
        }
        return Math.round(millis);
    }

    /** Layer III of MPEG 1, 2 or 2.5, or null. */
    private static @org.jspecify.annotations.Nullable Frame frame(byte[] file, int at) {
        int header =
                (file[at] & 0xFF) << 24
                        | (file[at + 1] & 0xFF) << 16
                        | (file[at + 2] & 0xFF) << 8
                        | (file[at + 3] & 0xFF);
        int version = header >> 19 & 3;
        int layer = header >> 17 & 3;
        int bitrate = header >> 12 & 15;
        int rateIndex = header >> 10 & 3;
        boolean sync = (header & 0xFFE00000) == 0xFFE00000;
        if (!sync
                || version == 1
                || layer != 1
                || bitrate == 0
                || bitrate == 15
                || rateIndex == 3) {
            return null;
        }
        boolean first = version == 3;
        int rate = RATES_1[rateIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int samples = first ? 1152 : 576;
        int kilobits = (first ? KILOBITS_1 : KILOBITS_2)[bitrate];
        int bytes = samples / 8 * kilobits * 1000 / rate + (header >> 9 & 1);
        return new Frame(bytes, samples * 1000.0 / rate);
    }

    /** ID3v2 stands before the sound. */
    private static int tagBefore(byte[] file) {
        if (file.length < 10 || file[0] != 'I' || file[1] != 'D' || file[2] != '3') {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < 10; i++) {
            size = size << 7 | file[i] & 0x7F;
        }
        boolean footer = (file[5] & 0x10) != 0;
        return (int) Math.min(file.length, 10L + size + (footer ? 10 : 0));
    }

    /** ID3v1 takes the last 128 bytes. */
    private static int tagBehind(byte[] file) {
        int at = file.length - 128;
        boolean tag = at >= 0 && file[at] == 'T' && file[at + 1] == 'A' && file[at + 2] == 'G';
        return tag ? at : file.length;
    }
}
