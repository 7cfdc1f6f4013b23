package descent.account;

import descent.shared.web.IdentityAttributes;
import descent.shared.web.Problem;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who sent this request. */
@RequestScoped
public class CurrentPerson {
    private final SecurityIdentity identity;

    CurrentPerson(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty for a visitor. */
    public Optional<UUID> id() {
        return identity.isAnonymous()
                ? Optional.empty()
                : Optional.of(UUID.fromString(identity.getPrincipal().getName()));
    }

    /**
     * @throws UnauthorizedException for a visitor: a browser is led to the sign-in page and back
     */
    public UUID requiredId() {
        return id().orElseThrow(UnauthorizedException::new);
    }

    /** The account itself, read from the database. */
    public Person required() {
        return Person.<Person>findByIdOptional(requiredId())
                .orElseThrow(() -> Problem.notFound("account"));
    }

    public boolean is(Role role) {
        return identity.hasRole(role.toString());
    }

    /** Whether the account may do more than this session: the password has to be typed again. */
    public boolean couldDoMore() {
        return identity.getAttribute(IdentityAttributes.STEP_UP) != null;
    }

    /** The course that an author is looking at as a learner would: nothing is written meanwhile. */
    public Optional<String> viewedCourse() {
        return Optional.ofNullable(identity.getAttribute(IdentityAttributes.VIEWED_COURSE));
    }
}
