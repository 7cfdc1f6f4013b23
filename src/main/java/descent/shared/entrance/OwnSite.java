package descent.shared.entrance;

import descent.shared.web.Addresses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that are not meant for this site, and writes that another site made a browser
 * send.
 */
@ApplicationScoped
class OwnSite {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final Addresses addresses;

    OwnSite(Addresses addresses) {
        this.addresses = addresses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::knownHost, FilterOrder.HOST);
        filters.register(OwnSite::knownMethod, FilterOrder.METHOD);
        filters.register(this::sameOrigin, FilterOrder.ORIGIN);
    }

    /** Nobody else's pages ask for anything here, so nobody needs OPTIONS before it. */
    private static void knownMethod(RoutingContext request) {
        if (METHODS.contains(request.request().method().name())) {
            request.next();
        } else {
            refuse(request, 405, "There is no such method here.\n");
        }
    }

    private void knownHost(RoutingContext request) {
        var authority = request.request().authority();
        if (authority != null && addresses.isOurs(authority.host())) {
            request.next();
        } else {
            refuse(request, 400, "No site of this name is here: descent.url names it.\n");
        }
    }

    private void sameOrigin(RoutingContext request) {
        if (SAFE_METHODS.contains(request.request().method().name())
                || isFromHere(request.request())) {
            request.next();
        } else {
            refuse(request, 403, "A write that comes from another site is refused.\n");
        }
    }

    /** By Fetch Metadata, where it is missing by Origin; programs send neither. */
    private boolean isFromHere(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        var authority = authority(origin);
        return authority != null
                && (authority.equals(String.valueOf(request.authority()))
                        || authority.equals(addresses.authority()));
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static void refuse(RoutingContext request, int status, String reason) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=UTF-8")
                .end(reason);
    }
}
