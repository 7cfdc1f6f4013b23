package descent.editor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files as texts in a form, and back: what nobody changed is the same, byte for byte. */
public final class AuthoredText {
    private AuthoredText() {}

    /** With {@code \n} at the ends of lines; empty when it is not UTF-8. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(unixLines(text.toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * @param typed as browsers send it, with {@code \r\n} at the ends of lines
     * @param before the file as it was: its way to end lines stays
     */
    public static byte[] encode(String typed, Optional<byte[]> before) {
        var text = unixLines(typed);
        boolean windows = before.map(AuthoredText::hasWindowsLines).orElse(false);
        return (windows ? text.replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8);
    }

    public static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean hasWindowsLines(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n");
    }
}
