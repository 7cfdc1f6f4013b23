package descent.account.link;

import descent.shared.Token;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that works once, for a while. */
@Entity
public class OneTimeLink extends PanacheEntityBase {
    /** What a link is good for. */
    public enum Purpose {
        /** Becoming the first admin. */
        FIRST_ADMIN,
        /** Proving the address of somebody who signs up. */
        SIGN_UP,
        /** Choosing a new password. */
        PASSWORD,
        /** Proving a new e-mail address. */
        EMAIL,
        /** Between the password and the one-time code. */
        SECOND_STEP
    }

    @Id public String tokenHash;

    @Enumerated(EnumType.STRING)
    public Purpose purpose;

    /** Whose it is; empty where there is nobody yet. */
    public @Nullable UUID personId;

    /** What else it stands for, such as the new address. */
    public String about;

    public Instant createdAt;
    public Instant expiresAt;
    public @Nullable Instant usedAt;

    protected OneTimeLink() {}

    private OneTimeLink(
            Token token,
            Purpose purpose,
            @Nullable UUID personId,
            String about,
            Duration life,
            Instant now) {
        this.tokenHash = token.hash();
        this.purpose = purpose;
        this.personId = personId;
        this.about = about;
        this.createdAt = now;
        this.expiresAt = now.plus(life);
    }

    /** A link for nobody's account yet. */
    public static Token issue(Purpose purpose, String about, Duration life, Instant now) {
        var token = Token.random();
        new OneTimeLink(token, purpose, null, about, life, now).persist();
        return token;
    }

    /** A link for a person; an older one for the same purpose dies. */
    public static Token issue(
            Purpose purpose, UUID personId, String about, Duration life, Instant now) {
        revoke(purpose, personId);
        var token = Token.random();
        new OneTimeLink(token, purpose, personId, about, life, now).persist();
        return token;
    }

    public static void revoke(Purpose purpose, UUID personId) {
        delete("purpose = ?1 and personId = ?2", purpose, personId);
    }

    /** The link behind a token while it is good, locked so that two uses at once are one. */
    public static Optional<OneTimeLink> good(Token token, Purpose purpose, Instant now) {
        return OneTimeLink.<OneTimeLink>findByIdOptional(
                        token.hash(), LockModeType.PESSIMISTIC_WRITE)
                .filter(link ->
                        link.purpose == purpose
                                && link.usedAt == null
                                && link.expiresAt.isAfter(now));
    }

    public UUID owner() {
        if (personId == null) {
            throw new IllegalStateException("a link of purpose " + purpose + " belongs to nobody");
        }
        return personId;
    }
}
