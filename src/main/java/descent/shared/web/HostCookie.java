package descent.shared.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * A cookie for this host alone. Over https its name binds it to the host and to https; plain http,
 * on loopback, cannot have that.
 */
public record HostCookie(String name) {
    public Optional<String> value(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(fullName(request))).map(Cookie::getValue);
    }

    /**
     * @param kept how long; until the browser is closed when empty
     */
    public void set(HttpServerRequest request, String value, Optional<Duration> kept) {
        var cookie =
                Cookie.cookie(fullName(request), value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(request.isSSL())
                        .setSameSite(CookieSameSite.LAX);
        kept.ifPresent(time -> cookie.setMaxAge(time.toSeconds()));
        request.response().addCookie(cookie);
    }

    public void remove(HttpServerRequest request) {
        set(request, "", Optional.of(Duration.ZERO));
    }

    private String fullName(HttpServerRequest request) {
        return request.isSSL() ? "__Host-" + name : name;
    }
}
