package descent.shared.entrance;

import descent.shared.web.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Pages say who is signed in, so nobody keeps one: of somebody's page nothing stays behind, a
 * visitor's is asked for anew. Answers that say otherwise themselves are left alone.
 */
@ApplicationScoped
class PageCaching {
    private final Frame frame;

    PageCaching(Frame frame) {
        this.frame = frame;
    }

    @ServerResponseFilter
    public void caching(ContainerResponseContext answer) {
        if (MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType())
                && !answer.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            answer.getHeaders()
                    .putSingle(
                            HttpHeaders.CACHE_CONTROL,
                            frame.isSignedIn() ? "no-store" : "private, no-cache");
        }
    }
}
