package descent.shared.mail;

import descent.shared.Token;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The link at the foot of a mail; once used, its recipient gets no more of that kind. */
@Entity
class UnsubscribeLink extends PanacheEntityBase {
    @Id public String tokenHash;

    public String recipient;
    public String kind;
    public Instant createdAt;
    public @Nullable Instant usedAt;

    protected UnsubscribeLink() {}

    UnsubscribeLink(Token token, String recipient, String kind, Instant now) {
        this.tokenHash = token.hash();
        this.recipient = recipient;
        this.kind = kind;
        this.createdAt = now;
    }
}
