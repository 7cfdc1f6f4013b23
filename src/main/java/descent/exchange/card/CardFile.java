package descent.exchange.card;

import java.util.List;
import java.util.Map;

/**
 * What was found in a file of cards.
 *
 * @param pictures by the SHA-256 of their bytes, as the notes name them: {@code
 *     ![…](picture:<sha256>)}; nothing is known of the bytes
 * @param remarks what was left out, and why, for the person whose file it is
 */
public record CardFile(List<CardNote> notes, Map<String, byte[]> pictures, List<String> remarks) {
    /** The scheme by which notes name pictures. */
    public static final String PICTURE = "picture:";

    /** The notes that one file may hold. */
    public static final int MOST_NOTES = 5_000;

    public CardFile {
        notes = List.copyOf(notes);
        pictures = Map.copyOf(pictures);
        remarks = List.copyOf(remarks);
    }
}
