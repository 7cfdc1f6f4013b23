package descent.shared.entrance;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives each request an id, and lets all that is logged on its behalf carry it and the person's. A
 * proxy may have given it one already; the answer tells it.
 */
@ApplicationScoped
public class RequestLog {
    private static final String HEADER = "X-Request-Id";

    /** What may stand in a log as it came. */
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9-]{8,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestLog::begin, FilterOrder.ID);
    }

    private static void begin(RoutingContext request) {
        var given = request.request().getHeader(HEADER);
        var id =
                given != null && GIVEN.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString();
        MDC.put("request", id);
        request.response().putHeader(HEADER, id);
        request.next();
    }

    /** Who sent the request of this thread, by an id that means nothing elsewhere. */
    public static void tell(SecurityIdentity identity) {
        if (!identity.isAnonymous()) {
            MDC.put("person", identity.getPrincipal().getName());
        }
    }
}
