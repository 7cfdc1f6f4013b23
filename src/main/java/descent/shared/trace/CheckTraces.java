package descent.shared.trace;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where traces would go nowhere. */
@ApplicationScoped
class CheckTraces {
    static final String URL = "descent.traces.url";

    private final Optional<String> url;

    CheckTraces(@ConfigProperty(name = "descent.traces.url") Optional<String> url) {
        this.url = url;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (url.isPresent() && !isUrl(url.get())) {
            throw new ConfigurationException(
                    "%s must be like http://collector:4318, was \"%s\".".formatted(URL, url.get()));
        }
    }

    static boolean isUrl(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
