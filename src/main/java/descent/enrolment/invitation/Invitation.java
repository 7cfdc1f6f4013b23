package descent.enrolment.invitation;

import descent.shared.Token;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets whoever holds its link into a course: a whole class, or one person once. */
@Entity
public class Invitation extends PanacheEntityBase {
    @Id public UUID id;
    public String courseId;

    /** To whom it goes; empty for the link of a class. */
    public String email;

    /** The group that one comes into; empty for none. */
    public String groupName;

    /** Empty until the mail is written. */
    public @Nullable String tokenHash;

    /** Empty when the author has left. */
    public @Nullable UUID invitedBy;

    public Instant createdAt;
    public Instant expiresAt;
    public int uses;

    protected Invitation() {}

    Invitation(
            String courseId,
            String email,
            String groupName,
            UUID invitedBy,
            Duration life,
            Instant now) {
        this.id = UUID.randomUUID();
        this.courseId = courseId;
        this.email = email;
        this.groupName = groupName;
        this.invitedBy = invitedBy;
        this.createdAt = now;
        this.expiresAt = now.plus(life);
    }

    /** The invitation behind a link while it is good, locked so that two uses at once are one. */
    static Optional<Invitation> good(Token token, Instant now) {
        return Invitation.<Invitation>find("tokenHash", token.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(invitation -> invitation.isGood(now));
    }

    /** A new link; an older one is worth nothing any more. */
    Token newLink() {
        var token = Token.random();
        tokenHash = token.hash();
        return token;
    }

    public boolean isForClass() {
        return email.isEmpty();
    }

    public boolean isGood(Instant now) {
        return expiresAt.isAfter(now) && (isForClass() || uses == 0);
    }
}
