package descent.audio.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.audio.speech.SpeechException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What authors upload is known by its content. */
class RecordingTest {
    static byte[] wav(int seconds) {
        int bytes = seconds * 8000 * 2;
        var file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        return file.array();
    }

    private static byte[] mp3(int seconds) {
        try (var mp3 = new Mp3()) {
            mp3.add(new float[48_000 * seconds]);
            return mp3.finish();
        }
    }

    @Test
    void wavAndMp3AreKnownWithTheirLength() throws Exception {
        assertEquals(new Recording(Recording.Kind.WAV, 3000), Recording.of(wav(3)));
        var mp3 = Recording.of(mp3(3));
        assertEquals(Recording.Kind.MP3, mp3.kind());
        assertEquals(3050, mp3.millis(), 60);
    }

    @Test
    void tagsAroundTheSoundAreSkipped() throws Exception {
        var mp3 = mp3(2);
        var tagged = ByteBuffer.allocate(10 + 300 + mp3.length + 128);
        tagged.put(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 44}).put(new byte[300]);
        tagged.put(mp3).put(new byte[] {'T', 'A', 'G'});
        assertEquals(Recording.of(mp3), Recording.of(tagged.array()));
    }

    @Test
    void nothingElseIsTaken() {
        for (var other :
                new byte[][] {
                    {},
                    "ID3".getBytes(StandardCharsets.US_ASCII),
                    "<html>no sound</html>".repeat(100).getBytes(StandardCharsets.US_ASCII),
                    "RIFF".getBytes(StandardCharsets.US_ASCII),
                    Arrays.copyOf(wav(2), 40),
                    Arrays.copyOf(mp3(2), mp3(2).length * 2),
                    wav(0)
                }) {
            assertThrows(SpeechException.class, () -> Recording.of(other));
        }
    }
}
