package descent.account.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * All cookies of this site. Over https a cookie's name binds it to this host and to https; plain
 * http, on loopback, cannot have that.
 */
final class Cookies {
    private Cookies() {}

    static Optional<String> value(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name(request, name))).map(Cookie::getValue);
    }

    /**
     * @param kept empty: until the browser is closed
     */
    static void set(HttpServerRequest request, String name, String value, Optional<Duration> kept) {
        var cookie = cookie(request, name, value);
        kept.ifPresent(time -> cookie.setMaxAge(time.toSeconds()));
        request.response().addCookie(cookie);
    }

    static void remove(HttpServerRequest request, String name) {
        request.response().addCookie(cookie(request, name, "").setMaxAge(0));
    }

    private static Cookie cookie(HttpServerRequest request, String name, String value) {
        return Cookie.cookie(name(request, name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    private static String name(HttpServerRequest request, String name) {
        return request.isSSL() ? "__Host-" + name : name;
    }
}
