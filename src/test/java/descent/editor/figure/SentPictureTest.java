package descent.editor.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.exchange.card.UnreadableFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentPictureTest {
    private static final String PAYLOAD = "<script>alert(1)</script>";

    private static byte[] written(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, height / 2, 0xff0000);
        }
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static BufferedImage read(SentPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private static String reason(byte[] file) {
        return assertThrows(UnreadableFile.class, () -> SentPicture.of(file)).reason();
    }

    private static byte[] joined(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static boolean holds(byte[] file, String words) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(words);
    }

    @Test
    void kindIsWhatTheFileIsAndNotWhatItIsCalled() throws IOException {
        assertEquals("png", SentPicture.of(written("png", 30, 20)).ending());
        assertEquals("jpg", SentPicture.of(written("jpg", 30, 20)).ending());
        assertEquals("svg", SentPicture.of("\n<svg/>".getBytes(StandardCharsets.UTF_8)).ending());
        assertEquals(
                "Pictures are PNG, JPEG or SVG; this file is none of them.",
                reason(written("gif", 30, 20)));
        assertEquals(
                "Pictures are PNG, JPEG or SVG; this file is none of them.",
                reason("%PDF-1.4".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Choose a picture.", reason(new byte[0]));
    }

    /** A photograph, red on the left, blue on the right, whose camera was held like this. */
    private static byte[] held(int orientation) throws IOException {
        var image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 32; y++) {
                image.setRGB(x, y, x < 32 ? 0xff0000 : 0x0000ff);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        var jpeg = out.toByteArray();
        var exif =
                ByteBuffer.allocate(36)
                        .putShort((short) 0xffe1)
                        .putShort((short) 34)
                        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 274)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation);
        return joined(
                Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Where red is then. */
    @ParameterizedTest
    @CsvSource({
        "0, 64, 4, 16", "1, 64, 4, 16", "2, 64, 60, 16", "3, 64, 60, 16", "4, 64, 4, 16",
        "5, 32, 16, 4", "6, 32, 16, 4", "7, 32, 16, 60", "8, 32, 16, 60", "9, 64, 4, 16"
    })
    void photographStandsAsItWasSeen(int orientation, int width, int x, int y) throws IOException {
        var picture = read(SentPicture.of(held(orientation)));
        assertEquals(width, picture.getWidth());
        int colour = picture.getRGB(x, y);
        assertTrue((colour >> 16 & 0xff) > 150 && (colour & 0xff) < 100, "colour " + colour);
    }

    /** E8: a picture that is something else as well leaves that behind. */
    @Test
    void nothingButPixelsIsKept() throws IOException {
        var png = written("png", 30, 20);
        var text = chunk("tEXt", ("Comment\0" + PAYLOAD).getBytes(StandardCharsets.ISO_8859_1));
        var head = Arrays.copyOf(png, 33);
        var rest = Arrays.copyOfRange(png, 33, png.length);
        var hiding = joined(head, text, rest, PAYLOAD.getBytes(StandardCharsets.UTF_8));
        assertTrue(holds(hiding, PAYLOAD));
        var kept = SentPicture.of(hiding);
        assertFalse(holds(kept.bytes(), PAYLOAD));
        assertEquals(0xffff0000, read(kept).getRGB(5, 10));

        var jpeg = written("jpg", 30, 20);
        var exif = ByteBuffer.allocate(4 + 6 + PAYLOAD.length());
        exif.putShort((short) 0xffe1).putShort((short) (2 + 6 + PAYLOAD.length()));
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.put(PAYLOAD.getBytes(StandardCharsets.ISO_8859_1));
        var photograph =
                joined(
                        Arrays.copyOf(jpeg, 2),
                        exif.array(),
                        Arrays.copyOfRange(jpeg, 2, jpeg.length));
        assertFalse(holds(SentPicture.of(photograph).bytes(), PAYLOAD));
    }

    /** A file of a hundred bytes says how large it would become, and is believed. */
    @Test
    void bombIsRefusedBeforeItIsUnpacked() {
        var size = ByteBuffer.allocate(13).putInt(100_000).putInt(100_000);
        size.put(new byte[] {8, 6, 0, 0, 0});
        var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        var bomb = joined(signature, chunk("IHDR", size.array()), chunk("IDAT", new byte[20]));
        assertEquals(
                "The picture has 100,000 × 100,000 pixels, more than 16,000,000: make it smaller.",
                reason(bomb));
    }

    @Test
    void largePictureIsMadeAsLargeAsAPageNeeds() throws IOException {
        var kept = read(SentPicture.of(written("jpg", 4_000, 1_000)));
        assertEquals(1_600, kept.getWidth());
        assertEquals(400, kept.getHeight());
    }

    @Test
    void damagedPictureIsRefused() throws IOException {
        var png = written("png", 300, 200);
        assertEquals(
                "The picture is damaged, or has colours that screens lack.",
                reason(Arrays.copyOf(png, png.length / 2)));
    }

    @Test
    void drawingStaysAsItWasWritten() {
        var drawing = "<svg viewBox='0 0 1 1'></svg>".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(drawing, SentPicture.of(drawing).bytes());
    }

    private static byte[] chunk(String type, byte[] data) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
