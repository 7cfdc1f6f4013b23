package descent.shared.postgres;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.postgresql.jdbc.PgConnection;

/**
 * The connections that somebody has at the moment, so that nobody waits on a dead one. The pool
 * says of each event by a wrapper of its own, which it closes at once: only the driver's connection
 * is the same in all of them, and can be broken off.
 */
@Singleton
class BorrowedConnections implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(BorrowedConnections.class);

    private final Set<Connection> borrowed = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            borrowed.add(real(connection));
        } catch (SQLException e) {
            LOG.debugf("a closed connection was borrowed: %s", e.getMessage());
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        forget(connection);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        forget(connection);
    }

    private void forget(Connection connection) {
        try {
            borrowed.remove(real(connection));
        } catch (SQLException e) {
            // A closed one does not say which it is: so all of them go, whoever had them.
            borrowed.removeIf(BorrowedConnections::isClosed);
        }
    }

    private static Connection real(Connection wrapper) throws SQLException {
        return wrapper.unwrap(PgConnection.class);
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    int count() {
        return borrowed.size();
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
