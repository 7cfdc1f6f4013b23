package descent.shared.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    public List<OutboxMail> newest(int first, int number) {
        return OutboxMail.find("order by id desc").range(first, first + number - 1).list();
    }

    /** How many there are of each state that has any. */
    @Transactional
    public Map<OutboxMail.State, Long> counts() {
        return OutboxMail.getEntityManager()
                .createQuery(
                        "select state, count(*) from OutboxMail group by state", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (OutboxMail.State) row[0], row -> (Long) row[1]));
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
