package descent.progress.home;

import descent.account.Person;
import descent.flashcard.scheduling.StudyDays;
import descent.shared.job.RecurringJob;
import descent.shared.mail.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reminds whoever asked for it of cards that are due: once a day at most, and not before eight in
 * the morning, where the person lives.
 */
@ApplicationScoped
class RemindOfCards implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(RemindOfCards.class);
    private static final int EARLIEST_HOUR = 8;

    private final CardReminder reminder;
    private final Outbox outbox;
    private final Clock clock;

    RemindOfCards(CardReminder reminder, Outbox outbox, Clock clock) {
        this.reminder = reminder;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remind-of-cards";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    /** One after the other: who cannot be reminded keeps no other from it. */
    @Override
    public void run() {
        for (var id : QuarkusTransaction.requiringNew().call(WishRow::whoWantReminders)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> remind(id));
            } catch (RuntimeException e) {
                LOG.errorf(e, "person %s could not be reminded; the others were", id);
            }
        }
    }

    private void remind(UUID personId) {
        WishRow.<WishRow>findByIdOptional(personId).ifPresent(this::remind);
    }

    private void remind(WishRow row) {
        Person person = Person.findById(row.personId);
        var now = clock.instant();
        var today = new StudyDays(person.timeZone).moment(now).day();
        boolean early = now.atZone(person.timeZone).getHour() < EARLIEST_HOUR;
        if (early || today.equals(row.remindedOn) || person.disabledAt != null) {
            return;
        }
        if (!reminder.waiting(person.id).isEmpty()) {
            row.remindedOn = today;
            outbox.put(CardReminder.KIND, person.email, Map.of());
        }
    }
}
