package descent.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser in which somebody is signed in. Ends when unused, at its absolute end, or when revoked
 * (its row goes).
 */
@Entity
class Session extends PanacheEntityBase {
    /** How stale {@link #lastSeenAt} may be: not every page view writes a row. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    @Id public String tokenHash;

    @ManyToOne public Person person;

    public Instant createdAt;
    public Instant lastSeenAt;
    public Instant expiresAt;
    public boolean remembered;

    protected Session() {}

    Session(
            Token token,
            Person person,
            boolean remembered,
            AccountConfig.Sessions limits,
            Instant now) {
        this.tokenHash = token.hash();
        this.person = person;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(remembered ? limits.remembered() : limits.absolute());
        this.remembered = remembered;
    }

    boolean liveAt(Instant now, AccountConfig.Sessions limits) {
        boolean used = remembered || lastSeenAt.plus(limits.idle()).isAfter(now);
        return used && expiresAt.isAfter(now) && person.disabledAt == null;
    }

    void seen(Instant now) {
        if (lastSeenAt.plus(SEEN_STEP).isBefore(now)) {
            lastSeenAt = now;
        }
    }
}
