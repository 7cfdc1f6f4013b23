package descent.editor.part;

import descent.editor.PartPath;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that an author should know of a part: packages of this room offer beans of this type.
 */
public interface PartNotice {
    /**
     * @param bad whether something went wrong
     * @param address of the page that tells more
     */
    record Notice(String words, boolean bad, String address) {}

    Optional<Notice> of(PartPath part, UUID author);
}
