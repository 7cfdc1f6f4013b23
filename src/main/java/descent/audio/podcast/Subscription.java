package descent.audio.podcast;

import descent.shared.Token;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That a learner has an address for the podcast of a course. Only its hash is known. */
@Entity
@Table(name = "audio_podcast")
class Subscription extends PanacheEntityBase {
    @Embeddable
    record Key(UUID personId, String courseId) {}

    @EmbeddedId public Key key;

    public String tokenHash;
    public Instant createdAt;

    protected Subscription() {}

    static Optional<Subscription> of(Key key) {
        return findByIdOptional(key);
    }

    static Optional<Subscription> by(Token token) {
        return find("tokenHash", token.hash()).firstResultOptional();
    }

    /** The address before it is worth nothing any more. */
    static Token renew(Key key, Instant now) {
        var token = Token.random();
        var row = of(key).orElseGet(Subscription::new);
        row.key = key;
        row.tokenHash = token.hash();
        row.createdAt = now;
        row.persist();
        return token;
    }
}
