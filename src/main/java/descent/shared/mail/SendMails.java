package descent.shared.mail;

import descent.shared.job.RecurringJob;
import io.quarkus.arc.All;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
    private final Clock clock;

    SendMails(
            @All List<LetterKind> kinds,
            Subscriptions subscriptions,
            ReactiveMailer mailer,
            Clock clock) {
        this.kinds =
                kinds.stream().collect(Collectors.toMap(LetterKind::name, Function.identity()));
        this.subscriptions = subscriptions;
        this.mailer = mailer;
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
        for (var id = nextDue(); id.isPresent(); id = nextDue()) {
            attempt(id.get());
        }
        QuarkusTransaction.requiringNew().run(this::removeOld);
    }

    private Optional<Long> nextDue() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        OutboxMail.<OutboxMail>find(
                                        "state = ?1 and dueAt <= ?2 order by dueAt",
                                        OutboxMail.State.WAITING,
                                        clock.instant())
                                .firstResultOptional()
                                .map(mail -> mail.id));
    }

    /**
     * A letter that cannot even be looked up may have broken the transaction that would say so:
     * then another one says it, since no mail may keep all others from being sent.
     */
    private void attempt(long id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> due(id).ifPresent(this::send));
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> due(id).ifPresent(mail -> failed(mail, e)));
        }
    }

    /** Locked; nothing when another replica has been faster, or has failed and waits now. */
    private Optional<OutboxMail> due(long id) {
        return OutboxMail.<OutboxMail>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(mail -> mail.state == OutboxMail.State.WAITING)
                .filter(mail -> !mail.dueAt.isAfter(clock.instant()));
    }

    private void removeOld() {
        OutboxMail.delete("doneAt < ?1", clock.instant().minus(KEPT));
        subscriptions.removeOld();
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
            failed(mail, e);
        }
    }

    private void failed(OutboxMail mail, RuntimeException why) {
        // Its message may hold what the mail says.
        LOG.warnf("mail %d (%s) was not sent: %s", mail.id, mail.kind, why.getClass().getName());
        LOG.debugf(why, "mail %d", mail.id);
        mail.failed(clock.instant());
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
