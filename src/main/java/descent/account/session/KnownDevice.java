package descent.account.session;

import descent.shared.Token;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A browser in which somebody has signed in before. */
@Entity
class KnownDevice extends PanacheEntityBase {
    @Id public String tokenHash;

    public UUID personId;
    public Instant lastLoginAt;

    protected KnownDevice() {}

    KnownDevice(Token token, UUID personId, Instant now) {
        this.tokenHash = token.hash();
        this.personId = personId;
        this.lastLoginAt = now;
    }
}
