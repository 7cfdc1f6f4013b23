package descent.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Writes down what learners do and tells whoever observes {@link Activity}, all in the transaction
 * of the deed.
 */
@ApplicationScoped
public class ActivityLog {
    private final Event<Activity> observers;
    private final ObjectMapper json;
    private final Clock clock;

    ActivityLog(Event<Activity> observers, ObjectMapper json, Clock clock) {
        this.observers = observers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws jakarta.transaction.TransactionalException outside of a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Activity activity) {
        new ActivityEntry(activity, json.valueToTree(activity).toString(), clock.instant())
                .persist();
        observers.fire(activity);
    }
}
