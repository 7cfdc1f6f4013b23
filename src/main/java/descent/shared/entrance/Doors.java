package descent.shared.entrance;

import descent.shared.postgres.DatabaseWatch;
import descent.shared.replica.Replica;
import descent.shared.web.DatabaseAway;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Nobody comes in where nobody can be served: not while the database is away, and never at a
 * replica that only works. What needs no database, scripts and styles, is given all the same.
 */
@ApplicationScoped
class Doors {
    private final DatabaseWatch database;
    private final Replica replica;

    Doors(DatabaseWatch database, Replica replica) {
        this.database = database;
        this.replica = replica;
    }

    void register(@Observes Filters filters) {
        if (!replica.servesPages()) {
            filters.register(Doors::worker, FilterOrder.DOORS);
        } else {
            filters.register(this::whileAway, FilterOrder.DOORS);
        }
    }

    private static void worker(RoutingContext request) {
        request.response()
                .setStatusCode(503)
                .putHeader("Content-Type", "text/plain; charset=UTF-8")
                .end("This replica works in the background and serves no pages.\n");
    }

    private void whileAway(RoutingContext request) {
        if (!database.isAway() || request.normalizedPath().startsWith("/static/")) {
            request.next();
            return;
        }
        request.response()
                .putHeader("Retry-After", String.valueOf(DatabaseAway.RETRY_AFTER.toSeconds()));
        DatabaseAway.ANSWER.send(request.request(), request.response());
    }
}
