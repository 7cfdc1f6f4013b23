package descent.quiz.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/**
 * When requests reached this server: noted before anything else is done, so that waiting for a
 * thread or for a row costs the learner no time.
 */
@ApplicationScoped
class Arrivals {
    private static final String ARRIVED = "descent.arrived";

    /** Before every other filter. */
    private static final int FIRST = 10_000;

    private final Clock clock;
    private final CurrentVertxRequest current;

    Arrivals(Clock clock, CurrentVertxRequest current) {
        this.clock = clock;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.put(ARRIVED, clock.instant());
                    request.next();
                },
                FIRST);
    }

    /** Of the current request. */
    Instant now() {
        Instant arrived = current.getCurrent().get(ARRIVED);
        return arrived == null ? clock.instant() : arrived;
    }
}
