package descent.shared.entrance;

import descent.shared.web.ErrorPages;
import descent.shared.web.IdentityAttributes;
import descent.shared.web.Problem;
import descent.shared.web.WhileLooking;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what somebody would change who only looks at a course as a learner. */
@ApplicationScoped
class ReadOnlyView {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentIdentityAssociation identity;
    private final ErrorPages problems;

    ReadOnlyView(CurrentIdentityAssociation identity, ErrorPages problems) {
        this.identity = identity;
        this.problems = problems;
    }

    @ServerRequestFilter
    public Uni<@Nullable Response> refuse(
            ContainerRequestContext request, ResourceInfo endpoint, HttpHeaders headers) {
        if (READING.contains(request.getMethod())
                || endpoint.getResourceMethod().isAnnotationPresent(WhileLooking.class)) {
            return Uni.createFrom().nullItem();
        }
        return identity.getDeferredIdentity()
                .map(who ->
                        who.getAttribute(IdentityAttributes.VIEWED_COURSE) == null
                                ? null
                                : problems.answer(
                                        Problem.conflict(
                                                "You are looking at this course as a learner: nothing is changed meanwhile."),
                                        headers));
    }
}
