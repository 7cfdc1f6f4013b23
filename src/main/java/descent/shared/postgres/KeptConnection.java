package descent.shared.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A connection beside the pool, with a thread of its own: opened anew whenever it breaks. */
public final class KeptConnection {
    private static final Logger LOG = Logger.getLogger(KeptConnection.class);

    private final String name;
    private final String url;
    private final Properties login = new Properties();
    private final Duration pause;
    private volatile boolean stopping;
    private volatile @Nullable Connection connection;

    /** What is done on it. */
    public interface Use {
        void on(Connection opened) throws SQLException;
    }

    /**
     * @param name by which the database knows it
     * @param settings of the driver
     * @param pause between two tries to open it
     */
    public KeptConnection(
            String name,
            String url,
            String user,
            String password,
            Map<String, String> settings,
            Duration pause) {
        this.name = name;
        this.url = url;
        this.pause = pause;
        login.putAll(settings);
        login.put("user", user);
        login.put("password", password);
        login.put("ApplicationName", name);
    }

    /**
     * @param first on each new one
     * @param then again and again, as long as it goes well
     * @param broken when it does not
     */
    public void start(Use first, Use then, Consumer<SQLException> broken) {
        Thread.ofPlatform().daemon().name(name).start(() -> keep(first, then, broken));
    }

    public void stop() throws SQLException {
        stopping = true;
        var open = connection;
        if (open != null) {
            open.abort(Runnable::run);
        }
    }

    private void keep(Use first, Use then, Consumer<SQLException> broken) {
        while (!stopping) {
            try {
                keepOne(first, then, broken);
            } catch (RuntimeException e) {
                // Whatever it is: without its thread nobody would hear anything any more.
                LOG.errorf(e, "%s failed, trying again", name);
                pause();
            }
        }
    }

    private void keepOne(Use first, Use then, Consumer<SQLException> broken) {
        try (var opened = open()) {
            first.on(opened);
            while (!stopping) {
                then.on(opened);
            }
        } catch (SQLException e) {
            if (!stopping) {
                broken.accept(e);
                pause();
            }
        }
    }

    private Connection open() throws SQLException {
        var opened = another(url);
        connection = opened;
        return opened;
    }

    /** One more, by the same name and settings, that nobody keeps. */
    Connection another(String to) throws SQLException {
        return Objects.requireNonNull(new org.postgresql.Driver().connect(to, login), to);
    }

    void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
