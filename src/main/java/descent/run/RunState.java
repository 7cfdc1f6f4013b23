package descent.run;

import java.util.Locale;

/**
 * Where a run stands. Only {@link #FINISHED} and {@link #DIVERGED} are values that are kept and
 * shared.
 */
public enum RunState {
    /** In the queue. */
    WAITING,
    /** A worker trains it, and its lease has not run out. */
    RUNNING,
    /** Came to the end that its spec says. */
    FINISHED,
    /** Its numbers left all bounds: a result like any other. */
    DIVERGED,
    /** The last who had asked for it does not want it any more. */
    CANCELLED,
    /** Took longer than its budget allows. */
    STOPPED,
    /** A fault of ours, or its worker was lost twice. */
    FAILED;

    /** Whether nothing more comes. */
    public boolean isEnd() {
        return this != WAITING && this != RUNNING;
    }

    /** Whether the same request is answered from the store from now on. */
    public boolean isValue() {
        return this == FINISHED || this == DIVERGED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
