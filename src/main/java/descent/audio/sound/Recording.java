package descent.audio.sound;

import descent.audio.speech.SpeechException;
import descent.audio.speech.Wav;

/** A sound file that somebody made, known by its content. */
public record Recording(Kind kind, long millis) {
    public enum Kind {
        MP3("audio/mpeg", "mp3"),
        WAV("audio/wav", "wav");

        private final String type;
        private final String ending;

        Kind(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        public String type() {
            return type;
        }

        public String ending() {
            return ending;
        }
    }

    private static final int SHORTEST_MILLIS = 1000;

    /**
     * @throws SpeechException when it is neither MP3 nor WAV, or not all of it
     */
    public static Recording of(byte[] bytes) throws SpeechException {
        boolean riff = bytes.length > 4 && bytes[0] == 'R' && bytes[1] == 'I';
        var recording =
                riff
                        ? new Recording(Kind.WAV, Wav.read(bytes).millis())
                        : new Recording(Kind.MP3, Mp3Frames.millis(bytes));
        if (recording.millis() < SHORTEST_MILLIS) {
            throw new SpeechException("a recording plays for a second at least");
        }
        return recording;
    }
}
