package descent.shared.postgres;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The connections that somebody has at the moment, so that nobody waits on a dead one. */
@Singleton
class BorrowedConnections implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(BorrowedConnections.class);

    private final Set<Connection> borrowed = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionAcquire(Connection connection) {
        borrowed.add(connection);
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        borrowed.remove(connection);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        borrowed.remove(connection);
    }

    /** Who waits for an answer on one gets an exception at once. */
    void abort() {
        for (var connection : borrowed) {
            borrowed.remove(connection);
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debugf("a dead connection could not be closed: %s", e.getMessage());
            }
        }
    }
}
