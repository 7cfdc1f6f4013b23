package descent.shared.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A path on this very site, to lead somebody back to: anything else that an address line might hold
 * becomes "/".
 */
public record LocalPath(String text) {
    public LocalPath {
        if (!isLocal(text)) {
            text = "/";
        }
    }

    public static LocalPath of(String text) {
        return new LocalPath(text);
    }

    /**
     * The page that somebody was on: of a page its own address, of a form the address of the page
     * that held it.
     */
    public static LocalPath whereabouts(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET) {
            return of(request.uri());
        }
        var authority = request.authority();
        return before(
                request.getHeader("Referer"), authority == null ? null : authority.toString());
    }

    /**
     * The page from which somebody came.
     *
     * @param page its address, as a browser gives it; null when it gives none
     * @param authority of this site
     */
    static LocalPath before(@Nullable String page, @Nullable String authority) {
        if (page == null || authority == null || !isUri(page)) {
            return of("/");
        }
        var uri = URI.create(page);
        if (!authority.equals(uri.getRawAuthority())) {
            return of("/");
        }
        return of(
                uri.getRawQuery() == null
                        ? uri.getRawPath()
                        : uri.getRawPath() + "?" + uri.getRawQuery());
    }

    /** For a query: {@code ?from={from.encoded}}. */
    public String encoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public URI uri() {
        return URI.create(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** "//host" and "/\host" lead elsewhere. */
    private static boolean isLocal(String text) {
        return text.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/?&=%#+,-]*)?")
                && isUri(text)
                && URI.create(text).getHost() == null;
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
