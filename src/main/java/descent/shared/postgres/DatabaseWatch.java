package descent.shared.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the database four times a second, on a connection of its own, whether it is there. While it
 * is not, nobody is to wait for it: who does is freed, and who comes is told at once. A pooler
 * between that has no connection to give is another matter: who waits for one gets it.
 */
@ApplicationScoped
public class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** To sign in costs a busy machine more than to answer. */
    private static final String LOGIN_SECONDS = "5";

    private final AgroalDataSource pool;
    private final BorrowedConnections borrowed;
    private final String url;
    private final String direct;
    private final Duration patience;
    private final KeptConnection connection;
    private volatile boolean away;

    /**
     * @param patience without an answer for this long the database is away
     */
    DatabaseWatch(
            AgroalDataSource pool,
            BorrowedConnections borrowed,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "descent.db.direct-url") String direct,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "descent.db.patience") Duration patience) {
        this.pool = pool;
        this.borrowed = borrowed;
        this.url = url;
        this.direct = direct;
        this.patience = patience;
        this.connection =
                new KeptConnection(
                        "descent watch",
                        url,
                        user,
                        password,
                        Map.of(
                                "connectTimeout", LOGIN_SECONDS,
                                "socketTimeout", LOGIN_SECONDS,
                                // Nothing of a session: a pooler may stand between.
                                "prepareThreshold", "0"),
                        BETWEEN_LOOKS);
    }

    public boolean isAway() {
        return away;
    }

    void start(@Observes StartupEvent event) {
        connection.start(this::beImpatient, this::look, this::gone);
    }

    /** Before the embedded server is stopped: it waits for its clients to leave. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws SQLException {
        connection.stop();
    }

    private void beImpatient(Connection opened) throws SQLException {
        opened.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
    }

    private void look(Connection opened) throws SQLException {
        ask(opened);
        here();
        connection.pause();
    }

    private static void ask(Connection opened) throws SQLException {
        try (var question = opened.createStatement()) {
            question.execute("select 1");
        }
    }

    private void here() {
        if (away) {
            away = false;
            LOG.info("the database answers again");
        }
    }

    private void gone(SQLException why) {
        if (!DatabaseFaults.isAway(why)) {
            // It said no, so it is there: all its connections are taken, say.
            LOG.warnf("the watch over the database cannot look: %s", why.getMessage());
            return;
        }
        if (answersPastThePooler()) {
            LOG.warnf("the pooler keeps the watch waiting: %s", why.getMessage());
            here();
            return;
        }
        if (!away) {
            away = true;
            LOG.warnf("the database does not answer: %s", why.getMessage());
        }
        borrowed.abort();
        pool.flush(FlushMode.ALL);
    }

    private boolean answersPastThePooler() {
        if (direct.equals(url)) {
            return false;
        }
        try (var opened = connection.another(direct)) {
            beImpatient(opened);
            ask(opened);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
