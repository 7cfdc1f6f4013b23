package descent.shared.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The network address that a request came from. A proxy is believed about it only where the
 * settings name the proxy.
 */
public record ClientAddress(String text) {
    private static final int LONGEST = 45;

    public ClientAddress {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an address has at most %d characters, this one %d"
                            .formatted(LONGEST, text.length()));
        }
    }

    public static ClientAddress of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var text = remote == null ? "" : String.valueOf(remote.hostAddress());
        return new ClientAddress(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** Whether a request crossed a network unencrypted. */
    public static boolean isPlain(HttpServerRequest request) {
        return !request.isSSL() && !of(request).isThisMachine();
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.ofLiteral(text).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * What counts as one place: an IPv4 address, or the 64-bit network of an IPv6 address, of which
     * a single household has all addresses.
     */
    public String place() {
        // Only literals: a name would be looked up.
        if (!text.contains(":")) {
            return text;
        }
        try {
            return InetAddress.ofLiteral(text) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
