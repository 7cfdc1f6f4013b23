package descent.shared.live;

import descent.shared.live.News.Topic;
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
import org.postgresql.PGConnection;

/**
 * The one connection of this replica on which it hears {@link News}: a direct one, since a pooler
 * between would not keep it, and since a pooled one would be missing there.
 */
@ApplicationScoped
class NewsConnection {
    private static final Logger LOG = Logger.getLogger(NewsConnection.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final News news;
    private final String url;
    private final Properties login = new Properties();
    private volatile boolean stopping;
    private volatile @Nullable Connection connection;

    NewsConnection(
            News news,
            @ConfigProperty(name = "descent.db.direct-url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.news = news;
        this.url = url;
        login.put("user", user);
        login.put("password", password);
        login.put("ApplicationName", "descent news");
        login.put("tcpKeepAlive", "true");
        // A server that vanished without a word is found out; waiting for news is not meant.
        login.put("socketTimeout", "10");
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("news").start(this::hear);
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

    private void hear() {
        while (!stopping) {
            try (var opened = open()) {
                hear(opened);
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.warnf("news are not heard at the moment: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private Connection open() throws SQLException {
        var opened = Objects.requireNonNull(new org.postgresql.Driver().connect(url, login), url);
        connection = opened;
        try (var listen = opened.createStatement()) {
            for (var topic : Topic.values()) {
                listen.execute("listen \"" + topic.name() + "\"");
            }
        }
        return opened;
    }

    private void hear(Connection opened) throws SQLException {
        var postgres = opened.unwrap(PGConnection.class);
        while (!stopping) {
            // Waits in the socket; the half minute only lets a dead connection be noticed.
            var heard = postgres.getNotifications(30_000);
            if (heard == null || heard.length == 0) {
                checkAlive(opened);
                continue;
            }
            for (var notification : heard) {
                news.heard(Topic.valueOf(notification.getName()), notification.getParameter());
            }
        }
    }

    private static void checkAlive(Connection opened) throws SQLException {
        try (var ping = opened.createStatement()) {
            ping.execute("select 1");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
