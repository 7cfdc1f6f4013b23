package descent.shared.entrance;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Sets the headers of every answer, static files and errors included. */
@ApplicationScoped
class SecurityHeaders {
    /** Stylesheets, scripts and fonts: their names change with what is in them. */
    private static final Pattern NAMED_AFTER_CONTENT =
            Pattern.compile("/static/bundle/.+-[A-Z0-9]{8}\\.\\w+");

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

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::headers, FilterOrder.HEADERS);
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
        // What does not say that it may be kept is somebody's own page, or could be.
        boolean named = NAMED_AFTER_CONTENT.matcher(request.request().path()).matches();
        request.addHeadersEndHandler(end -> {
            if (named && request.response().getStatusCode() == 200) {
                headers.set("Cache-Control", "public, max-age=31536000, immutable");
            } else if (!headers.contains("Cache-Control")) {
                headers.set("Cache-Control", "no-store");
            }
        });
        request.next();
    }
}
