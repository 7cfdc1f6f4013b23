package descent.editor.figure;

import descent.exchange.card.UnreadableFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that somebody sent, painted anew: of the file that came nothing is left but pixels, so
 * that nothing can hide in it. Drawings stay what they are; the check looks into them.
 *
 * @param ending {@code png}, {@code jpg} or {@code svg}, by what the file is and not by its name
 */
record SentPicture(String ending, byte[] bytes) {
    /**
     * A photograph of a good telephone; a file of a few bytes may claim a million times as many.
     */
    static final long MOST_PIXELS = 16_000_000;

    /** Twice the width of a text, for screens with small pixels. */
    static final int LONGEST_SIDE = 1_600;

    /** Every page of the lesson carries it. */
    static final int LARGEST = 1_000_000;

    private static final float QUALITY = 0.85f;

    /**
     * @throws UnreadableFile when it is none of the kinds, or too large
     */
    static SentPicture of(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableFile("Choose a picture.");
        }
        if (isMarkup(file)) {
            return new SentPicture("svg", small(file));
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return painted(in, Orientation.of(file));
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnreadableFile known) {
                throw known;
            }
            throw new UnreadableFile("The picture is damaged, or has colours that screens lack.");
        }
    }

    private static SentPicture painted(ImageInputStream in, Orientation held) throws IOException {
        var readers = ImageIO.getImageReaders(in);
        var reader = readers.hasNext() ? readers.next() : null;
        var format = reader == null ? "" : reader.getFormatName().toLowerCase(Locale.ROOT);
        if (reader == null || !format.equals("png") && !format.equals("jpeg")) {
            throw new UnreadableFile("Pictures are PNG, JPEG or SVG; this file is none of them.");
        }
        try {
            reader.setInput(in, true, true);
            boolean photograph = format.equals("jpeg");
            var image = fitted(read(reader), photograph);
            return photograph
                    ? new SentPicture("jpg", small(jpeg(held.upright(image))))
                    : new SentPicture("png", small(png(image)));
        } finally {
            reader.dispose();
        }
    }

    /** Its size is asked of its head, before there is room for its pixels. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new UnreadableFile(
                    "The picture has %,d × %,d pixels, more than %,d: make it smaller."
                            .formatted(width, height, MOST_PIXELS));
        }
        var wanted = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    private static BufferedImage fitted(BufferedImage image, boolean photograph) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) LONGEST_SIDE / longest);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean clear = image.getColorModel().hasAlpha() && !photograph;
        var fitted =
                new BufferedImage(
                        width,
                        height,
                        clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = fitted.createGraphics();
        brush.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, width, height, null);
        brush.dispose();
        return fitted;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] small(byte[] file) {
        if (file.length > LARGEST) {
            throw new UnreadableFile(
                    "The picture has %,d bytes, more than %,d: make it smaller, or save a photograph as JPEG."
                            .formatted(file.length, LARGEST));
        }
        return file;
    }

    private static boolean isMarkup(byte[] file) {
        var head =
                new String(Arrays.copyOf(file, Math.min(file.length, 200)), StandardCharsets.UTF_8);
        return head.replaceFirst("^\uFEFF", "").stripLeading().startsWith("<");
    }
}
