package descent.course.reading;

import descent.course.material.Figure;
import descent.shared.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a drawing, so that its place in a page is kept free before it arrives. */
final class FigureReader {
    private static final int HEAD = 2_000;
    private static final int PNG_HEADER = 24;
    private static final Pattern SVG_TAG = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern VIEW_BOX =
            Pattern.compile(
                    "\\bviewBox\\s*=\\s*[\"']\\s*[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)");

    private FigureReader() {}

    static Figure read(String name, String path, byte[] bytes) {
        var sha = Sha256.of(bytes);
        if (path.endsWith(".png") && bytes.length >= PNG_HEADER) {
            var header = ByteBuffer.wrap(bytes);
            return new Figure(name, path, sha, header.getInt(16), header.getInt(20));
        }
        if (path.endsWith(".jpg")) {
            return jpeg(name, path, sha, ByteBuffer.wrap(bytes));
        }
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
        var tag = SVG_TAG.matcher(head);
        var box = VIEW_BOX.matcher(tag.find() ? tag.group() : "");
        return box.find()
                ? new Figure(name, path, sha, pixels(box, 1), pixels(box, 2))
                : new Figure(name, path, sha, 0, 0);
    }

    /**
     * Segments follow each other, each with its length; the one that begins a frame has the size.
     */
    private static Figure jpeg(String name, String path, String sha, ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                return new Figure(
                        name,
                        path,
                        sha,
                        bytes.getShort(at + 7) & 0xffff,
                        bytes.getShort(at + 5) & 0xffff);
            }
            at += 2 + (bytes.getShort(at + 2) & 0xffff);
        }
        return new Figure(name, path, sha, 0, 0);
    }

    private static int pixels(Matcher box, int group) {
        var digits = box.group(group).replaceFirst("\\..*", "");
        return digits.isEmpty() || digits.length() > 5 ? 0 : Integer.parseInt(digits);
    }
}
