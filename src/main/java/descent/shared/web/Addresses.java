package descent.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The addresses under which the outside knows this site. Never taken from a request, whose sender
 * could lie.
 */
@ApplicationScoped
public class Addresses {
    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final URI base;
    private final boolean configured;

    public Addresses(
            @ConfigProperty(name = "descent.url") Optional<String> url,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.configured = url.isPresent();
        this.base = URI.create(url.orElse("http://localhost:" + port).replaceFirst("/$", ""));
        if (base.getHost() == null || !Set.of("http", "https").contains(base.getScheme())) {
            throw new IllegalArgumentException(
                    "descent.url must be like https://learn.example.org, was " + base);
        }
    }

    /**
     * @param path begins with a slash
     */
    public String absolute(String path) {
        return base + path;
    }

    /** The name and port under which the outside knows this site. */
    public String authority() {
        return base.getAuthority();
    }

    /**
     * Whether a request for this host is meant for this site: the configured one, this machine,
     * and, where none is configured, any address of digits. A name that somebody else's server gave
     * to this machine is not.
     */
    public boolean isOurs(String host) {
        return host.equalsIgnoreCase(base.getHost())
                || THIS_MACHINE.contains(host)
                || !configured && isDigits(host);
    }

    private static boolean isDigits(String host) {
        try {
            InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
