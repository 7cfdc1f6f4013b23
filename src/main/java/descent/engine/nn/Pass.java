package descent.engine.nn;

/** What the layers know of the pass under way. */
final class Pass {
    /** How many examples there are. */
    int rows;

    /** Whether weights are going to change: dropout drops, batches are normalised by themselves. */
    boolean training;

    /** The number of the training step, from 0. */
    long step;
}
