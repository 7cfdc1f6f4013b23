package descent.engine.training;

/**
 * Hears what a run records, on the run's own thread: what it does is time the run waits. Everything
 * it is given is its own to keep.
 */
public interface TrainingListener {
    /** Before the first step. */
    default void started(RunHeader header) {}

    /** A recorded point, in the order of steps, the first before any step. */
    void recorded(Point point);

    /** A snapshot; after the point of the same step. */
    default void recorded(Snapshot snapshot) {}
}
