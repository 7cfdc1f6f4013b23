package descent.testing;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.postgresql.jdbc.PgConnection;

/**
 * Notes who takes a second connection while he holds one: when all do so at the same moment, each
 * waits for what the others hold, and the site stands still.
 */
@Singleton
public class SecondConnections implements AgroalPoolInterceptor {
    private final Map<Object, Thread> holders = new ConcurrentHashMap<>();
    private final Queue<List<String>> taken = new ConcurrentLinkedQueue<>();

    /** Of those taken so far, the calls of ours that led to one of this class. */
    public List<List<String>> by(Class<?> ours) {
        return taken.stream()
                .filter(calls ->
                        calls.stream().anyMatch(call -> call.startsWith(ours.getName() + ".")))
                .toList();
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var thread = Thread.currentThread();
        if (holders.containsValue(thread)) {
            taken.add(
                    Arrays.stream(thread.getStackTrace())
                            .map(call -> call.getClassName() + "." + call.getMethodName())
                            .filter(call -> call.startsWith("descent."))
                            .toList());
        }
        holders.put(itself(connection), thread);
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        holders.remove(itself(connection));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        holders.remove(itself(connection));
    }

    /** The pool wraps it anew each time. */
    private static Object itself(Connection connection) {
        try {
            return connection.unwrap(PgConnection.class);
        } catch (SQLException e) {
            return connection;
        }
    }
}
