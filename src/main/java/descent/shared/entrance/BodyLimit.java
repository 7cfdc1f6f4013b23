package descent.shared.entrance;

import descent.shared.web.ErrorPages;
import descent.shared.web.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies that are larger than a form's or a script's, before they are read, wherever no
 * {@link WholeFile} is expected. The server's own limit is the one of whole files.
 */
@ApplicationScoped
class BodyLimit {
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    /** Where the framework looks while it reads a body that has not said its length. */
    private static final String MOST_READ = "io.quarkus.max-request-size";

    private final ErrorPages problems;

    BodyLimit(ErrorPages problems) {
        this.problems = problems;
    }

    @ServerRequestFilter
    public Optional<Response> refuse(
            ContainerRequestContext request,
            ResourceInfo endpoint,
            HttpHeaders headers,
            RoutingContext context) {
        if (endpoint.getResourceMethod().isAnnotationPresent(WholeFile.class)) {
            return Optional.empty();
        }
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            context.put(MOST_READ, MOST_BYTES);
            return Optional.empty();
        }
        // The server has refused what is no number.
        if (Long.parseLong(length) <= MOST_BYTES) {
            return Optional.empty();
        }
        var tooLarge = Problem.tooLarge("A request may have at most 2 MB here.");
        // Nobody waits for the rest.
        return Optional.of(
                Response.fromResponse(problems.answer(tooLarge, headers))
                        .header("Connection", "close")
                        .build());
    }
}
