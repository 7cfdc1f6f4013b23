package descent.account.signup;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Somebody who has signed up and not yet followed the link in the mail. Nobody's account yet, and
 * nobody's name: anyone can type any address.
 */
@Entity
public class PendingSignUp extends PanacheEntityBase {
    @Id public UUID id;

    public String name;
    public String email;

    /** The hash of the password, which is asked for again behind the link. */
    public String secret;

    public ZoneId timeZone;

    /** The page to go back to. */
    public String backTo;

    public Instant createdAt;

    protected PendingSignUp() {}

    PendingSignUp(NewAccount account, String secret, String backTo, Instant now) {
        this.id = UUID.randomUUID();
        this.name = account.displayName().text();
        this.email = account.address().text();
        this.secret = secret;
        this.timeZone = account.timeZone();
        this.backTo = backTo;
        this.createdAt = now;
    }
}
