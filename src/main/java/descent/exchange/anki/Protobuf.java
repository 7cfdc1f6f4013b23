package descent.exchange.anki;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of one message in Protocol Buffers' wire format (protobuf.dev/programming-guides/
 * encoding): the few that newer packages hold need no generated classes.
 */
record Protobuf(List<Field> fields) {
    /** Either a number or bytes, by the wire type. */
    record Field(int number, long value, byte[] bytes) {}

    private static final byte[] NONE = {};

    /**
     * @throws IllegalArgumentException when these bytes are no message
     */
    static Protobuf parse(byte[] message) {
        var in = ByteBuffer.wrap(message);
        var fields = new ArrayList<Field>();
        try {
            while (in.hasRemaining()) {
                long tag = number(in);
                int number = (int) (tag >>> 3);
                switch ((int) tag & 7) {
                    case 0 -> fields.add(new Field(number, number(in), NONE));
                    case 1 -> in.position(in.position() + 8);
                    case 2 -> fields.add(new Field(number, 0, bytes(in)));
                    case 5 -> in.position(in.position() + 4);
                    default -> throw new IllegalArgumentException("wire type " + (tag & 7));
                }
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the message ends early", e);
        }
        return new Protobuf(fields);
    }

    List<byte[]> all(int number) {
        return fields.stream().filter(f -> f.number == number).map(Field::bytes).toList();
    }

    String text(int number) {
        return last(number)
                .map(field -> new String(field.bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    long number(int number) {
        return last(number).map(Field::value).orElse(0L);
    }

    private Optional<Field> last(int number) {
        return fields.stream().filter(f -> f.number == number).reduce((_, later) -> later);
    }

    private static byte[] bytes(ByteBuffer in) {
        long length = number(in);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a field of %d bytes".formatted(length));
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }
}
