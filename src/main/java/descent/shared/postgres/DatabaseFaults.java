package descent.shared.postgres;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * Whether the database is not there, or not as it should be, somewhere below this: the manager
     * of transactions puts why it could not commit beside its own exception, not below it.
     */
    public static boolean isPassing(Throwable fault) {
        return isPassing(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isPassing(Throwable fault, Set<Throwable> seen) {
        return seen.add(fault)
                && (fault instanceof SQLException sql && isPassing(sql)
                        || Stream.concat(
                                        Stream.ofNullable(fault.getCause()),
                                        Arrays.stream(fault.getSuppressed()))
                                .anyMatch(below -> isPassing(below, seen)));
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
}
