package descent.shared.personal;

import java.util.UUID;

/**
 * A room's part in what is known of people: said on the privacy page, given to the person who asks
 * for it, gone with the account. Rooms offer beans of this type.
 */
public interface PersonalData {
    /** The name of the part in the archive, in kebab-case: "enrolments". */
    String name();

    /** What is kept and for how long, in a sentence or two for the privacy page. */
    String kept();

    /**
     * All of it, as records, lists and maps that become JSON. Called inside a transaction.
     *
     * @return an empty list or map where there is nothing
     */
    Object export(UUID personId);

    /** Removes what does not go with the person's row by itself. Called inside a transaction. */
    default void forget(UUID personId) {}
}
