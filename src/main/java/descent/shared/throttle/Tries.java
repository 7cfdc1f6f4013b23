package descent.shared.throttle;

import java.time.Instant;

/** How often something was tried: since when, and when for the last time. */
record Tries(int count, Instant since, Instant last) {
    static Tries none(Instant now) {
        return new Tries(0, now, now);
    }

    Tries oneMore(Instant now) {
        return new Tries(count + 1, since, now);
    }
}
