package descent.shared.live;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Short messages to all replicas, this one included: "there is something new in the database, look
 * there". Sent within a transaction, heard when it commits. A message may be lost when the database
 * restarts, so who listens also looks by itself from time to time.
 */
@ApplicationScoped
public class News {
    /** What the message is about; the names of PostgreSQL's channels. */
    public enum Topic {
        /** Something waits in the queue of runs. */
        RUN_WAITING,
        /** A run has new points or a new state; the message is its key. */
        RUN_PROGRESS,
        /** Somebody wants a run to end; the message is its key. */
        RUN_CANCELLED,
        /** Content has a new head revision. */
        CONTENT_PUBLISHED,
        /** A test under way has changed; the message is the attempt's id. */
        ATTEMPT_CHANGED,
        /**
         * A person was signed out somewhere, or everywhere; the message is the person's id. Open
         * streams of that person end, and the browser that is still signed in opens its own again.
         */
        SESSIONS_ENDED,
        /** A person was disabled or deleted; the message is the person's id. Runs of theirs end. */
        PERSON_GONE
    }

    private static final Logger LOG = Logger.getLogger(News.class);

    private final AgroalDataSource database;
    private final Map<Topic, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    News(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @param message of some hundred bytes at most: a key, never the news itself
     */
    public void send(Topic topic, String message) {
        try (var connection = database.getConnection();
                var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, topic.name());
            notify.setString(2, message);
            notify.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "no news could be sent on " + topic + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param listener called on the one thread that hears for the whole replica: it hands over and
     *     returns
     * @return ends the listening
     */
    public Runnable listen(Topic topic, Consumer<String> listener) {
        var all = listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    void heard(Topic topic, String message) {
        for (var listener : listeners.getOrDefault(topic, List.of())) {
            try {
                listener.accept(message);
            } catch (RuntimeException e) {
                LOG.errorf(e, "a listener to %s failed on \"%s\"", topic, message);
            }
        }
    }
}
