package descent.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything, static files and errors included: sets the headers, refuses cross-site
 * writes.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "media-src 'self'",
                    "connect-src 'self'",
                    "font-src 'self'",
                    "manifest-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "object-src 'none'",
                    "frame-ancestors 'none'");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::headers, 1000);
        filters.register(SecurityHeaders::sameOrigin, 900);
    }

    private static void headers(RoutingContext request) {
        var headers = request.response().headers();
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        // Not no-referrer: browsers would then send "Origin: null" with a form.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (request.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        request.next();
    }

    /**
     * Refuses a write that another site made a browser send: by Fetch Metadata, where it is missing
     * by Origin.
     */
    private static void sameOrigin(RoutingContext request) {
        if (SAFE_METHODS.contains(request.request().method().name()) || fromHere(request)) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(403)
                    .end("A write that comes from another site is refused.\n");
        }
    }

    private static boolean fromHere(RoutingContext request) {
        var site = request.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = request.request().getHeader("Origin");
        return origin == null
                || request.request().authority() != null
                        && request.request().authority().toString().equals(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
