package descent.editor.figure;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held. The pixels of a photograph lie as the sensor had them; beside them the
 * file says how they are to be turned (Exif 2.3, tag 274), and that is lost when it is painted
 * anew.
 *
 * @param value 1 for upright, 2 to 8 for the other ways to turn and to mirror a picture
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APPLICATION_SEGMENT = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 274;
    private static final int FIRST_ASIDE = 5;
    private static final int LAST = 8;

    Orientation {
        if (value < 1 || value > LAST) {
            throw new IllegalArgumentException("an orientation is 1 to 8, was " + value);
        }
    }

    /** Of a photograph that says nothing of it, or something damaged: upright. */
    static Orientation of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
    }

    private static Orientation inSegments(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff && (file.get(at + 1) & 0xff) != START_OF_SCAN) {
            int length = file.getShort(at + 2) & 0xffff;
            var content = file.slice(at + 4, length - 2);
            if ((file.get(at + 1) & 0xff) == APPLICATION_SEGMENT && isExif(content)) {
                return inDirectory(content.slice(EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer content) {
        var head = new byte[Math.min(EXIF.length, content.limit())];
        content.get(0, head);
        return Arrays.equals(EXIF, head);
    }

    /** A head that says which byte comes first and where the directory is, and its entries. */
    private static Orientation inDirectory(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (exif.getShort(entry) == TAG) {
                int value = exif.getShort(entry + 8);
                return value >= 1 && value <= LAST ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage lying) {
        if (equals(UPRIGHT)) {
            return lying;
        }
        int right = lying.getWidth() - 1;
        int bottom = lying.getHeight() - 1;
        boolean aside = value >= FIRST_ASIDE;
        var upright =
                new BufferedImage(
                        (aside ? bottom : right) + 1,
                        (aside ? right : bottom) + 1,
                        lying.getType());
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                int pixel =
                        switch (value) {
                            case 2 -> lying.getRGB(right - x, y);
                            case 3 -> lying.getRGB(right - x, bottom - y);
                            case 4 -> lying.getRGB(x, bottom - y);
                            case 5 -> lying.getRGB(y, x);
                            case 6 -> lying.getRGB(y, bottom - x);
                            case 7 -> lying.getRGB(right - y, bottom - x);
                            default -> lying.getRGB(right - y, x);
                        };
                upright.setRGB(x, y, pixel);
            }
        }
        return upright;
    }
}
