package descent.run.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * As many trainings compute at once as there are cores for them. Where more are under way they take
 * turns, so that a long one of somebody's does not keep others from beginning.
 */
final class Turns {
    /** With ten under way each computes again within two seconds. */
    private static final Duration LENGTH = Duration.ofMillis(200);

    private final int number;
    private final Semaphore free;

    Turns(int number) {
        this.number = number;
        this.free = new Semaphore(number, true);
    }

    /** How many compute at once. */
    int number() {
        return number;
    }

    /** Waits for the first turn of a training. */
    Turn take() {
        return new Turn();
    }

    /** One training's time on a core. */
    final class Turn implements AutoCloseable {
        private boolean has;
        private long since;
        private long before;

        private Turn() {
            begin();
        }

        private void begin() {
            free.acquireUninterruptibly();
            since = System.nanoTime();
            has = true;
        }

        /** Lets others compute, where some wait and this one has for long enough. */
        void pass() {
            if (System.nanoTime() - since > LENGTH.toNanos() && free.hasQueuedThreads()) {
                close();
                begin();
            }
        }

        /** How long it has computed, in all its turns. */
        Duration computed() {
            return Duration.ofNanos(before + (has ? System.nanoTime() - since : 0));
        }

        @Override
        public void close() {
            if (has) {
                before += System.nanoTime() - since;
                has = false;
                free.release();
            }
        }
    }
}
