package descent.progress.home;

import descent.account.Person;
import descent.shared.mail.Subscriptions;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps what people want of the home page; also a part of what is known of them. */
@ApplicationScoped
class KeepWishes implements PersonalData {
    private final Subscriptions subscriptions;

    KeepWishes(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Transactional
    Wishes of(UUID personId) {
        return WishRow.<WishRow>findByIdOptional(personId)
                .map(row -> new Wishes(row.weeklyMinutes, row.reminders))
                .orElse(Wishes.NONE);
    }

    static boolean wantsReminders(UUID personId) {
        return WishRow.<WishRow>findByIdOptional(personId).map(row -> row.reminders).orElse(false);
    }

    @Transactional
    void goal(UUID personId, int weeklyMinutes) {
        WishRow.begun(personId).weeklyMinutes = weeklyMinutes;
    }

    /** Whoever wants them again after the link at the foot of a mail gets them again. */
    @Transactional
    void reminders(Person person, boolean wanted) {
        WishRow.begun(person.id).reminders = wanted;
        if (wanted) {
            subscriptions.subscribe(person.email, CardReminder.KIND);
        }
    }

    @Override
    public String name() {
        return "study-wishes";
    }

    @Override
    public String kept() {
        return "How many minutes a week you want to study and whether you want to be reminded by e-mail, until you delete the account.";
    }

    @Override
    public Wishes export(UUID personId) {
        return of(personId);
    }
}
