package descent.bench.engine;

/** An engine that has a problem's network before it, ready to train. */
interface Contender extends AutoCloseable {
    String name();

    /**
     * Trains so many steps on the calling thread.
     *
     * @return nanoseconds of the processor's time that they took
     */
    long train(long steps);

    @Override
    default void close() {}
}
