package descent.audio.podcast;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The picture of a course in podcast apps: its title above steps that lead downhill. Letters are
 * drawn as outlines of the font that PDFBox brings: a server may have none.
 */
final class Cover {
    /** Apple takes squares of 1400 to 3000 pixels. */
    private static final int SIZE = 1400;

    private static final int EDGE = 110;
    private static final int WIDTH = SIZE - 2 * EDGE;
    private static final int MOST_LINES = 4;
    private static final int LARGEST = 170;
    private static final int SMALLEST = 60;
    private static final Color GROUND = new Color(0x0b2d52);
    private static final Color SLOPE = new Color(0x7cbcff);
    private static final Color INK = Color.WHITE;
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Cover() {}

    static byte[] png(String title) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try (var font =
                new TTFParser()
                        .parse(
                                new RandomAccessReadBuffer(
                                        Objects.requireNonNull(
                                                PDDocument.class.getResourceAsStream(FONT))))) {
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(GROUND);
            pen.fillRect(0, 0, SIZE, SIZE);
            slope(pen);
            pen.setColor(INK);
            write(pen, font, title);
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the cover of " + title, e);
        } finally {
            pen.dispose();
        }
    }

    /** A parabola, and the steps of gradient descent on it. */
    private static void slope(Graphics2D pen) {
        var curve = new Path2D.Double();
        curve.moveTo(x(-1), y(-1));
        for (double w = -1; w <= 1; w += 0.02) {
            curve.lineTo(x(w), y(w));
        }
        pen.setColor(SLOPE);
        pen.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(curve);
        pen.setColor(INK);
        for (double w = -0.95; w < -0.1; w *= 0.6) {
            pen.fill(new Ellipse2D.Double(x(w) - 22, y(w) - 22, 44, 44));
        }
    }

    private static double x(double w) {
        return SIZE / 2.0 + w * (SIZE / 2.0 - EDGE);
    }

    private static double y(double w) {
        return SIZE - EDGE - w * w * 420;
    }

    /** As large as it fits; of a title that is too long its beginning. */
    private static void write(Graphics2D pen, TrueTypeFont font, String title) throws IOException {
        int size = LARGEST;
        var lines = lines(font, title, size);
        while (size > SMALLEST && !fit(font, lines, size)) {
            size -= 10;
            lines = lines(font, title, size);
        }
        double base = EDGE + size;
        for (var line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            pen.fill(outline(font, line, size, base));
            base += size * 1.15;
        }
    }

    private static boolean fit(TrueTypeFont font, List<String> lines, int size) throws IOException {
        for (var line : lines) {
            if (width(font, line, size) > WIDTH) {
                return false;
            }
        }
        return lines.size() <= MOST_LINES;
    }

    private static List<String> lines(TrueTypeFont font, String title, int size)
            throws IOException {
        var lines = new ArrayList<String>();
        for (var word : title.strip().split("\\s+")) {
            var longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && width(font, longer, size) <= WIDTH) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static double width(TrueTypeFont font, String text, int size) throws IOException {
        double units = 0;
        for (int letter : text.codePoints().toArray()) {
            units += font.getAdvanceWidth(glyph(font, letter));
        }
        return units * size / font.getUnitsPerEm();
    }

    private static Shape outline(TrueTypeFont font, String text, int size, double base)
            throws IOException {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = (double) size / font.getUnitsPerEm();
        double at = EDGE;
        for (int letter : text.codePoints().toArray()) {
            int glyph = glyph(font, letter);
            var data = font.getGlyph().getGlyph(glyph);
            if (data != null) {
                var place = new AffineTransform(scale, 0, 0, -scale, at, base);
                outline.append(place.createTransformedShape(data.getPath()), false);
            }
            at += font.getAdvanceWidth(glyph) * scale;
        }
        return outline;
    }

    private static int glyph(TrueTypeFont font, int letter) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(letter);
    }
}
