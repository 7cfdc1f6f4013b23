package descent.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The addresses under which the outside knows this site. Never taken from a request, whose sender
 * could lie.
 */
@ApplicationScoped
public class Addresses {
    private final String base;

    Addresses(
            @ConfigProperty(name = "descent.url") Optional<String> url,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.base = url.map(u -> u.replaceFirst("/$", "")).orElse("http://localhost:" + port);
    }

    /**
     * @param path begins with a slash
     */
    public String absolute(String path) {
        return base + path;
    }
}
