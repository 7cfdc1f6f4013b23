package descent.account.people;

import descent.account.Person;
import descent.account.Role;
import descent.shared.web.Problem;
import jakarta.persistence.LockModeType;

/** There is always somebody who looks after the site. */
public final class LastAdmin {
    private LastAdmin() {}

    /**
     * Call it before somebody stops being an admin. Locks the admins, so that two do not make room
     * for each other.
     *
     * @throws Problem 409 when there would be no admin left
     */
    public static void mustStay(Person person) {
        if (person.role != Role.ADMIN || person.disabledAt != null) {
            return;
        }
        var others =
                Person.<Person>find("role = ?1 and disabledAt is null order by id", Role.ADMIN)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
        if (others.size() == 1) {
            throw Problem.conflict("This is the only admin. Make somebody else an admin first.");
        }
    }
}
