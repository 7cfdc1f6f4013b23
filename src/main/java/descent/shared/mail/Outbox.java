package descent.shared.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Takes mails; {@link SendMails} sends them. */
@ApplicationScoped
public class Outbox {
    private final MailServer server;
    private final Clock clock;

    Outbox(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Has a mail written and sent soon after this transaction. Nothing happens without a mail
     * server.
     *
     * @param kind the name of a {@link LetterKind}
     * @param about what its letter needs to know: ids, never a secret
     */
    @Transactional
    public void put(String kind, String recipient, Map<String, String> about) {
        if (server.isThere()) {
            new OutboxMail(recipient, kind, about, clock.instant()).persist();
        }
    }

    /** The newest first. */
    @Transactional
    public List<OutboxMail> newest(int page, int size) {
        return OutboxMail.find("order by id desc").page(page, size).list();
    }

    /** Has a mail that failed tried again. */
    @Transactional
    public void again(long id) {
        OutboxMail.<OutboxMail>findByIdOptional(id)
                .filter(mail -> mail.state == OutboxMail.State.FAILED)
                .ifPresent(mail -> {
                    mail.state = OutboxMail.State.WAITING;
                    mail.tries = 0;
                    mail.dueAt = clock.instant();
                });
    }

    /** Removes what was sent or is to be sent to somebody who is leaving. */
    @Transactional
    public void forget(String recipient) {
        OutboxMail.delete("recipient", recipient);
    }
}
