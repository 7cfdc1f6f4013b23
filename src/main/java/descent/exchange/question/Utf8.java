package descent.exchange.question;

import descent.exchange.card.UnreadableFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Files as texts; other encodings are refused rather than guessed. */
final class Utf8 {
    private Utf8() {}

    /** With {@code \n} at the ends of lines. */
    static String decode(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableFile("This is not a text file.");
            }
            var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            return plain.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(
                    "This is not a text file in UTF-8: save it in that encoding (an older program may have written windows-1252).",
                    e);
        }
    }
}
