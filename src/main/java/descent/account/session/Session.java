package descent.account.session;

import descent.account.AccountConfig;
import descent.account.Person;
import descent.shared.Token;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which somebody is signed in. Ends when unused, at its absolute end, or when revoked
 * (its row goes).
 */
@Entity
public class Session extends PanacheEntityBase {
    /** How stale {@link #lastSeenAt} may be: not every page view writes a row. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    @Id public String tokenHash;

    /** The name under which its owner ends it; good for nothing else. */
    public UUID id;

    @ManyToOne public Person person;

    public Instant createdAt;
    public Instant lastSeenAt;
    public Instant expiresAt;
    public boolean remembered;

    /** When the password was last typed. */
    public Instant provenAt;

    /** As {@link Browser} tells it. */
    public String device;

    /** From where it was begun. */
    public String address;

    /** The course that an author is looking at as a learner. */
    public @Nullable String viewedCourse;

    protected Session() {}

    Session(
            Token token,
            Person person,
            boolean remembered,
            Browser browser,
            AccountConfig.Sessions limits,
            Instant now) {
        this.tokenHash = token.hash();
        this.id = UUID.randomUUID();
        this.person = person;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(remembered ? limits.remembered() : limits.absolute());
        this.remembered = remembered;
        this.provenAt = now;
        this.device = browser.name();
        this.address = browser.address().text();
    }

    boolean isLive(AccountConfig.Sessions limits, Instant now) {
        boolean used = remembered || lastSeenAt.plus(limits.idle()).isAfter(now);
        return used && expiresAt.isAfter(now) && person.disabledAt == null;
    }

    /** Whether an admin's work may be done in it: after a while the password is asked for again. */
    boolean isFresh(AccountConfig.Sessions limits, Instant now) {
        return !remembered || provenAt.plus(limits.idle()).isAfter(now);
    }

    void seen(Instant now) {
        if (lastSeenAt.plus(SEEN_STEP).isBefore(now)) {
            lastSeenAt = now;
        }
    }

    /**
     * The same session under a new token: the old one, should a thief hold it, is worth nothing.
     */
    Session renewed(Token token) {
        var renewed = new Session();
        renewed.tokenHash = token.hash();
        renewed.id = UUID.randomUUID();
        renewed.person = person;
        renewed.createdAt = createdAt;
        renewed.lastSeenAt = lastSeenAt;
        renewed.expiresAt = expiresAt;
        renewed.remembered = remembered;
        renewed.provenAt = provenAt;
        renewed.device = device;
        renewed.address = address;
        renewed.viewedCourse = viewedCourse;
        return renewed;
    }
}
