package descent.shared.mail;

import descent.shared.job.RecurringJob;
import io.quarkus.arc.All;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sends what lies in the outbox. */
@ApplicationScoped
class SendMails implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(SendMails.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, LetterKind> kinds;
    private final Subscriptions subscriptions;
    private final ReactiveMailer mailer;
    private final EntityManager database;
    private final Clock clock;

    SendMails(
            @All List<LetterKind> kinds,
            Subscriptions subscriptions,
            ReactiveMailer mailer,
            EntityManager database,
            Clock clock) {
        this.kinds =
                kinds.stream().collect(Collectors.toMap(LetterKind::name, Function.identity()));
        this.subscriptions = subscriptions;
        this.mailer = mailer;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-mails";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::sendNext);
        }
        QuarkusTransaction.requiringNew().run(this::removeOld);
    }

    private void removeOld() {
        OutboxMail.delete("doneAt < ?1", clock.instant().minus(KEPT));
        subscriptions.removeOld();
    }

    private boolean sendNext() {
        var next = next();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private Optional<OutboxMail> next() {
        return database.createNativeQuery(
                        "select * from outbox_mail where state = 'WAITING' and due_at <= ?1"
                                + " order by due_at limit 1 for update skip locked",
                        OutboxMail.class)
                .setParameter(1, clock.instant())
                .getResultStream()
                .map(OutboxMail.class::cast)
                .findFirst();
    }

    private void send(OutboxMail mail) {
        try {
            var kind = Optional.ofNullable(kinds.get(mail.kind)).orElseThrow();
            if (kind.topic().isPresent() && subscriptions.isDeclined(mail.recipient, mail.kind)) {
                mail.done(OutboxMail.State.DECLINED, clock.instant());
                return;
            }
            var letter = kind.letter(mail.recipient, new About(mail.about));
            if (letter.isEmpty()) {
                mail.delete();
                return;
            }
            mailer.send(written(mail, kind, letter.get())).await().atMost(PATIENCE);
            mail.done(OutboxMail.State.SENT, clock.instant());
        } catch (RuntimeException e) {
            // Its message may hold what the mail says.
            LOG.warnf("mail %d (%s) was not sent: %s", mail.id, mail.kind, e.getClass().getName());
            LOG.debugf(e, "mail %d", mail.id);
            mail.failed(clock.instant());
        }
    }

    private Mail written(OutboxMail mail, LetterKind kind, Letter letter) {
        var written = Mail.withText(mail.recipient, letter.subject(), letter.text());
        if (kind.topic().isPresent()) {
            var link = subscriptions.unsubscribeLink(mail.recipient, mail.kind);
            written.setText(
                    letter.text() + "\n-- \nNo more " + kind.topic().get() + ": " + link + "\n");
            // One click in the mail program (RFC 8058).
            written.addHeader("List-Unsubscribe", "<" + link + ">");
            written.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return written;
    }
}
