package descent.shared.live;

import descent.shared.live.News.Topic;
import descent.shared.postgres.KeptConnection;
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
    private final KeptConnection connection;

    NewsConnection(
            News news,
            @ConfigProperty(name = "descent.db.direct-url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.news = news;
        this.connection =
                new KeptConnection(
                        "descent news",
                        url,
                        user,
                        password,
                        // A server that vanished without a word is found out; waiting for news is
                        // not meant.
                        Map.of("tcpKeepAlive", "true", "socketTimeout", "10"),
                        BETWEEN_TRIES);
    }

    void start(@Observes StartupEvent event) {
        connection.start(NewsConnection::listen, this::hear, NewsConnection::deaf);
    }

    /** Before the embedded server is stopped: it waits for its clients to leave. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws SQLException {
        connection.stop();
    }

    private static void listen(Connection opened) throws SQLException {
        try (var listen = opened.createStatement()) {
            for (var topic : Topic.values()) {
                listen.execute("listen \"" + topic.name() + "\"");
            }
        }
    }

    private void hear(Connection opened) throws SQLException {
        // Waits in the socket; the half minute only lets a dead connection be noticed.
        var heard = opened.unwrap(PGConnection.class).getNotifications(30_000);
        if (heard == null || heard.length == 0) {
            checkAlive(opened);
            return;
        }
        for (var notification : heard) {
            news.heard(Topic.valueOf(notification.getName()), notification.getParameter());
        }
    }

    private static void deaf(SQLException why) {
        LOG.warnf("news are not heard at the moment: %s", why.getMessage());
    }

    private static void checkAlive(Connection opened) throws SQLException {
        try (var ping = opened.createStatement()) {
            ping.execute("select 1");
        }
    }
}
