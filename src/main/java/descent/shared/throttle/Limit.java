package descent.shared.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often something may be tried. */
public sealed interface Limit {

    /** Until when no more tries are taken; empty while there are some left. */
    Optional<Instant> closedUntil(Tries tries);

    /** Whether the tries are so long ago that counting begins anew. */
    boolean isForgotten(Tries tries, Instant now);

    /**
     * So many tries in a span of time, which begins with the first of them.
     *
     * @param times at least 1
     */
    record PerWindow(int times, Duration window) implements Limit {
        public PerWindow {
            if (times < 1) {
                throw new IllegalArgumentException("times must be at least 1, was " + times);
            }
        }

        @Override
        public Optional<Instant> closedUntil(Tries tries) {
            return tries.count() < times
                    ? Optional.empty()
                    : Optional.of(tries.since().plus(window));
        }

        @Override
        public boolean isForgotten(Tries tries, Instant now) {
            return !tries.since().plus(window).isAfter(now);
        }
    }

    /**
     * Some tries are free; after them each must wait twice as long as the one before.
     *
     * @param first the wait after the last free try
     * @param longest where the doubling ends
     * @param quiet how long no try must come for all of them to be forgotten
     */
    record Growing(int free, Duration first, Duration longest, Duration quiet) implements Limit {
        private static final int DOUBLINGS_MAX = 30;

        public Growing {
            if (free < 1) {
                throw new IllegalArgumentException("free must be at least 1, was " + free);
            }
        }

        @Override
        public Optional<Instant> closedUntil(Tries tries) {
            if (tries.count() < free) {
                return Optional.empty();
            }
            int doublings = Math.min(tries.count() - free, DOUBLINGS_MAX);
            var wait = first.multipliedBy(1L << doublings);
            return Optional.of(tries.last().plus(wait.compareTo(longest) < 0 ? wait : longest));
        }

        @Override
        public boolean isForgotten(Tries tries, Instant now) {
            return !tries.last().plus(quiet).isAfter(now);
        }
    }
}
