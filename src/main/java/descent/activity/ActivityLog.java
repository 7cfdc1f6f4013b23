package descent.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.activity.Activity.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Writes down what learners do and tells whoever observes {@link Recorded}, all in the transaction
 * of the deed.
 */
@ApplicationScoped
public class ActivityLog {
    private final Event<Recorded> observers;
    private final ObjectMapper json;
    private final Clock clock;

    ActivityLog(Event<Recorded> observers, ObjectMapper json, Clock clock) {
        this.observers = observers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws jakarta.transaction.TransactionalException outside of a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Activity activity) {
        record(List.of(activity));
    }

    /**
     * Several at once, in this order.
     *
     * @throws jakarta.transaction.TransactionalException outside of a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Activity> activities) {
        if (activities.isEmpty()) {
            return;
        }
        var now = clock.instant();
        ActivityEntry.persist(
                activities.stream()
                        .map(each ->
                                new ActivityEntry(each, json.valueToTree(each).toString(), now)));
        observers.fire(new Recorded(activities));
    }
}
