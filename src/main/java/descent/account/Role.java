package descent.account;

import java.util.Locale;
import java.util.Set;

/** What a person may do here: each role may do all that the ones before it may. */
public enum Role {
    LEARNER,
    AUTHOR,
    ADMIN;

    /** The names that {@code @RolesAllowed} knows. */
    public Set<String> names() {
        return switch (this) {
            case LEARNER -> Set.of("learner");
            case AUTHOR -> Set.of("learner", "author");
            case ADMIN -> Set.of("learner", "author", "admin");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
