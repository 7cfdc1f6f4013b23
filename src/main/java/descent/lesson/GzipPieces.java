package descent.lesson;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses pages most of which are long texts that other pages hold as well, such as the sections
 * of a lesson around a reader's own notes. Each of these texts is compressed once, and joined to
 * what is compressed anew: pieces of deflated data that end on a byte may follow each other (RFC
 * 1951, 2.3), in one member of a gzip file (RFC 1952, 2.3).
 */
@ApplicationScoped
class GzipPieces {
    /** Characters; a shorter text is compressed together with what stands around it. */
    private static final int LONG = 2_048;

    private static final byte[] HEADER = {
        0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1
    };

    /** A last block without anything in it. */
    private static final byte[] END = {3, 0};

    private record Piece(byte[] text, byte[] deflated) {}

    /** Of long texts, for as long as somebody else holds these. */
    private final Map<String, Piece> kept = Collections.synchronizedMap(new WeakHashMap<>());

    byte[] of(TemplateInstance page) {
        var gzip = new Gzip();
        page.consume(gzip::add).toCompletableFuture().join();
        return gzip.ended();
    }

    private final class Gzip {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
        private final CRC32 checksum = new CRC32();
        private final StringBuilder around = new StringBuilder();
        private int size;

        Gzip() {
            bytes.writeBytes(HEADER);
        }

        void add(String text) {
            if (text.length() < LONG) {
                around.append(text);
            } else {
                putAround();
                put(kept.computeIfAbsent(text, GzipPieces::deflated));
            }
        }

        private void putAround() {
            put(deflated(around.toString()));
            around.setLength(0);
        }

        private void put(Piece piece) {
            checksum.update(piece.text());
            size += piece.text().length;
            bytes.writeBytes(piece.deflated());
        }

        byte[] ended() {
            putAround();
            bytes.writeBytes(END);
            bytes.writeBytes(
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt((int) checksum.getValue())
                            .putInt(size)
                            .array());
            return bytes.toByteArray();
        }
    }

    /** Without an end of its own, up to a whole byte. */
    private static Piece deflated(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var into = new ByteArrayOutputStream(bytes.length / 4 + 16);
        var part = new byte[8_192];
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            int count;
            do {
                count = deflater.deflate(part, 0, part.length, Deflater.SYNC_FLUSH);
                into.write(part, 0, count);
            } while (count == part.length);
        } finally {
            deflater.end();
        }
        return new Piece(bytes, into.toByteArray());
    }
}
