package descent.shared.entrance;

import descent.shared.web.BareAnswer;
import descent.shared.web.ErrorPages;
import descent.shared.web.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies before they are read: that are larger than a whole file, and, wherever no {@link
 * WholeFile} is expected, larger than a form's or a script's. The server's own limit, the one of
 * whole files, refuses without a word.
 */
@ApplicationScoped
class BodyLimit {
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    /** Where the framework looks while it reads a body that has not said its length. */
    private static final String MOST_READ = "io.quarkus.max-request-size";

    private static final Duration LINGERING = Duration.ofSeconds(10);

    private final ErrorPages problems;
    private final long largestFile;
    private final BareAnswer tooLarge;

    BodyLimit(
            ErrorPages problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.problems = problems;
        this.largestFile = largest.asLongValue();
        this.tooLarge =
                new BareAnswer(
                        413,
                        "Too large",
                        "A file may have at most %d MB here. Nothing of this one was kept."
                                .formatted(largestFile / 1024 / 1024));
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseLargest, FilterOrder.BODY);
    }

    private void refuseLargest(RoutingContext request) {
        var length = request.request().getHeader("Content-Length");
        // What is no number the server refuses itself.
        if (length == null
                || !length.matches("[0-9]{1,18}")
                || Long.parseLong(length) <= largestFile) {
            request.next();
            return;
        }
        tooLarge.send(request.request(), request.response());
        linger(request);
    }

    /**
     * Browsers look for an answer when they have sent all: the rest is thrown away for a while, and
     * then the connection is closed.
     */
    private static void linger(RoutingContext request) {
        request.request().resume();
        request.vertx()
                .setTimer(
                        LINGERING.toMillis(),
                        _ -> {
                            if (!request.request().isEnded()) {
                                request.request().connection().close();
                            }
                        });
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
