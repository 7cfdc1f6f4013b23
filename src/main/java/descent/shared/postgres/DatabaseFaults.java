package descent.shared.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells faults that pass by themselves, when the database is back, from faults of ours. */
public final class DatabaseFaults {
    /** Of connections: broken, refused, not made. */
    private static final String CONNECTION = "08";

    /**
     * Shut down by its admin, crashed, starting (57P01 to 57P03); out of disk, memory, connections
     * (class 53). PostgreSQL, appendix A.
     */
    private static final Set<String> PASSING_CLASSES = Set.of(CONNECTION, "53");

    private static final Set<String> ENDING = Set.of("57P01", "57P02", "57P03");

    private DatabaseFaults() {}

    /** Whether the database is not there, or not as it should be, somewhere below this. */
    public static boolean isPassing(Throwable fault) {
        for (var each = fault; each != null; each = cause(each)) {
            if (each instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException fault) {
        var state = fault.getSQLState();
        // The pool, which could not get a connection in time, gives no state.
        return state == null
                ? fault.getClass() == SQLException.class
                : PASSING_CLASSES.contains(state.substring(0, 2)) || ENDING.contains(state);
    }

    /** Whether nobody answers there. */
    static boolean isAway(SQLException fault) {
        var state = fault.getSQLState();
        return state == null || state.startsWith(CONNECTION) || ENDING.contains(state);
    }

    private static @Nullable Throwable cause(Throwable fault) {
        return fault.getCause() == fault ? null : fault.getCause();
    }
}
