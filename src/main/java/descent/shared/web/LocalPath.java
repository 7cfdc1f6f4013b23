package descent.shared.web;

import java.net.URI;

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

    public URI uri() {
        return URI.create(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** "//host" and "/\host" lead elsewhere. */
    private static boolean isLocal(String text) {
        return text.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/?&=%#-]*)?") && isUri(text);
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).getHost() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
