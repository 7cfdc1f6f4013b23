package descent.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GzipPiecesTest {
    private static final String LONG =
            "Ein größerer Schritt η ist nicht immer besser: 𝜕. ".repeat(2_000);
    private static final Engine ENGINE = Engine.builder().addDefaults().build();

    private final GzipPieces gzip = new GzipPieces();

    /** As a browser reads it, checksum and length included. */
    private String read(byte[] compressed) throws IOException {
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] page(String template, List<String> texts) {
        return gzip.of(ENGINE.parse(template).instance().data("texts", texts));
    }

    @Test
    void aPageOfLongAndShortTextsIsReadAsItIs() throws IOException {
        var template = "<p>Ada{#for text in texts}{text}<i>{text_count}</i>{/for}";
        var texts = List.of(LONG, "short", LONG, LONG + "!", "");
        var whole = new StringBuilder("<p>Ada");
        for (int i = 0; i < texts.size(); i++) {
            whole.append(texts.get(i)).append("<i>").append(i + 1).append("</i>");
        }
        var first = page(template, texts);
        assertEquals(whole.toString(), read(first));
        assertEquals(
                whole.toString(), read(page(template, texts)), "and once more from what is kept");
        assertTrue(first.length < whole.length() / 20, "compressed to " + first.length);
    }

    @Test
    void aPageOfOneLongTextAndOneOfNothing() throws IOException {
        assertEquals(LONG, read(page("{texts.get(0)}", List.of(LONG))));
        assertEquals("", read(page("", List.of())));
    }

    @Test
    void whatDoesNotCompressIsLongerThanAnyBuffer() throws IOException {
        var random = new Random(5);
        var noise = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            noise.append((char) (0x4e00 + random.nextInt(20_000)));
        }
        assertEquals(noise.toString(), read(page("{texts.get(0)}", List.of(noise.toString()))));
    }
}
