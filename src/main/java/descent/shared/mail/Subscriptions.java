package descent.shared.mail;

import descent.shared.Token;
import descent.shared.web.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Who wants no mail of which kind. */
@ApplicationScoped
public class Subscriptions {
    /** How long the link at the foot of a mail works. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Addresses addresses;
    private final Clock clock;

    Subscriptions(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    @Transactional
    boolean isDeclined(String recipient, String kind) {
        return UnsubscribeLink.count(
                        "recipient = ?1 and kind = ?2 and usedAt is not null", recipient, kind)
                > 0;
    }

    /** A link for the foot of one mail. */
    @Transactional
    String unsubscribeLink(String recipient, String kind) {
        var token = Token.random();
        new UnsubscribeLink(token, recipient, kind, clock.instant()).persist();
        return addresses.absolute("/unsubscribe/" + token.text());
    }

    @Transactional
    Optional<String> kindBehind(Token token) {
        return UnsubscribeLink.<UnsubscribeLink>findByIdOptional(token.hash())
                .map(link -> link.kind);
    }

    @Transactional
    void unsubscribe(Token token) {
        UnsubscribeLink.update("usedAt = ?1 where tokenHash = ?2", clock.instant(), token.hash());
    }

    /** Takes an unsubscription back, by the person's own wish. */
    @Transactional
    public void subscribe(String recipient, String kind) {
        UnsubscribeLink.delete(
                "recipient = ?1 and kind = ?2 and usedAt is not null", recipient, kind);
    }

    @Transactional
    void removeOld() {
        UnsubscribeLink.delete("usedAt is null and createdAt < ?1", clock.instant().minus(KEPT));
    }
}
