package descent.account;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that holds the session's token. Over https its name binds it to this host and to
 * https; plain http, on loopback, cannot have that.
 */
final class SessionCookie {
    private static final String NAME = "descent-session";

    private SessionCookie() {}

    static Optional<Token> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request)))
                .map(cookie -> new Token(cookie.getValue()));
    }

    static void set(HttpServerRequest request, Token token, Optional<Duration> kept) {
        var cookie = cookie(request, token.text());
        kept.ifPresent(time -> cookie.setMaxAge(time.toSeconds()));
        request.response().addCookie(cookie);
    }

    static void remove(HttpServerRequest request) {
        request.response().addCookie(cookie(request, "").setMaxAge(0));
    }

    private static Cookie cookie(HttpServerRequest request, String value) {
        return Cookie.cookie(name(request), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    private static String name(HttpServerRequest request) {
        return request.isSSL() ? "__Host-" + NAME : NAME;
    }
}
