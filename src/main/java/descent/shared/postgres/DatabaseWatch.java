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
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database four times a second, on a connection of its own, whether it is there. While it
 * is not, nobody is to wait for it: who does is freed, and who comes is told at once.
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
    private final Duration patience;
    private final Properties login = new Properties();
    private volatile boolean away;
    private volatile boolean stopping;
    private volatile @Nullable Connection connection;

    /**
     * @param patience without an answer for this long the database is away
     */
    DatabaseWatch(
            AgroalDataSource pool,
            BorrowedConnections borrowed,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "descent.db.patience") Duration patience) {
        this.pool = pool;
        this.borrowed = borrowed;
        this.url = url;
        this.patience = patience;
        login.put("user", user);
        login.put("password", password);
        login.put("ApplicationName", "descent watch");
        login.put("connectTimeout", LOGIN_SECONDS);
        login.put("socketTimeout", LOGIN_SECONDS);
        // Nothing of a session: a pooler may stand between.
        login.put("prepareThreshold", "0");
    }

    public boolean isAway() {
        return away;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    /** Before the embedded server is stopped: it waits for its clients to leave. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws SQLException {
        stopping = true;
        var open = connection;
        if (open != null) {
            open.abort(Runnable::run);
        }
    }

    private void watch() {
        while (!stopping) {
            try (var opened = open()) {
                while (!stopping) {
                    ask(opened);
                    here();
                    pause();
                }
            } catch (SQLException e) {
                if (!stopping) {
                    gone(e);
                    pause();
                }
            }
        }
    }

    private Connection open() throws SQLException {
        var opened = Objects.requireNonNull(new org.postgresql.Driver().connect(url, login), url);
        opened.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        connection = opened;
        return opened;
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
        if (!away) {
            away = true;
            LOG.warnf("the database does not answer: %s", why.getMessage());
        }
        borrowed.abort();
        pool.flush(FlushMode.ALL);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
