package descent.account.password;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/** The password of a person, as its hash. */
@Entity
@Table(name = "identity")
@SQLRestriction("kind = 'PASSWORD'")
public class PasswordIdentity extends PanacheEntityBase {
    @Id
    @Column(name = "person_id")
    public UUID personId;

    public String kind;

    /** Argon2id in its usual text form: parameters, salt and hash. */
    public String secret;

    public Instant changedAt;

    protected PasswordIdentity() {}

    public PasswordIdentity(UUID personId, String secret, Instant now) {
        this.personId = personId;
        this.kind = "PASSWORD";
        this.secret = secret;
        this.changedAt = now;
    }

    void change(String newSecret, Instant now) {
        secret = newSecret;
        changedAt = now;
    }
}
