package descent.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A link that works once, for a while. */
@Entity
class OneTimeLink extends PanacheEntityBase {
    /** What a link is good for. */
    enum Purpose {
        FIRST_ADMIN
    }

    @Id public String tokenHash;

    @Enumerated(EnumType.STRING)
    public Purpose purpose;

    public Instant createdAt;
    public Instant expiresAt;
    public @Nullable Instant usedAt;

    protected OneTimeLink() {}

    OneTimeLink(Token token, Purpose purpose, Duration life, Instant now) {
        this.tokenHash = token.hash();
        this.purpose = purpose;
        this.createdAt = now;
        this.expiresAt = now.plus(life);
    }

    /** The link behind a token while it is good, locked so that two uses at once are one. */
    static Optional<OneTimeLink> good(Token token, Purpose purpose, Instant now) {
        return OneTimeLink.<OneTimeLink>findByIdOptional(
                        token.hash(), LockModeType.PESSIMISTIC_WRITE)
                .filter(link ->
                        link.purpose == purpose
                                && link.usedAt == null
                                && link.expiresAt.isAfter(now));
    }
}
