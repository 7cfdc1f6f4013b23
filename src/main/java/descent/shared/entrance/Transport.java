package descent.shared.entrance;

import descent.shared.web.Addresses;
import descent.shared.web.ClientAddress;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that nothing crosses a network in plain text: over plain http this machine alone is
 * served, unless the settings allow more.
 */
@ApplicationScoped
class Transport {
    private static final Logger LOG = Logger.getLogger(Transport.class);
    private static final List<String> HTTPS_SETTINGS =
            List.of(
                    "quarkus.http.tls-configuration-name",
                    "quarkus.http.ssl.certificate.files",
                    "quarkus.http.ssl.certificate.key-store-file");

    private final Addresses addresses;
    private final Config config;
    private final boolean plainAllowed;
    private final boolean proxyNamed;
    private final AtomicBoolean warned = new AtomicBoolean();

    Transport(
            Addresses addresses,
            Config config,
            @ConfigProperty(name = "descent.allow-http") boolean plainAllowed,
            @ConfigProperty(name = "descent.proxies") Optional<String> proxies) {
        this.addresses = addresses;
        this.config = config;
        this.plainAllowed = plainAllowed;
        this.proxyNamed = proxies.isPresent();
    }

    /** Refuses to start where everybody would be refused. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
            throws IOException {
        var host = config.getValue("quarkus.http.host", String.class);
        boolean https =
                HTTPS_SETTINGS.stream()
                        .anyMatch(key -> config.getOptionalValue(key, String.class).isPresent());
        if (!InetAddress.getByName(host).isLoopbackAddress()
                && !https
                && !proxyNamed
                && !plainAllowed) {
            throw new ConfigurationException(
                    "quarkus.http.host=%s would serve a network over plain http, passwords included. Set up https, or name the proxy that does (descent.proxies), or say descent.allow-http=true."
                            .formatted(host));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::encrypted, FilterOrder.TRANSPORT);
    }

    private void encrypted(RoutingContext request) {
        warnOfUnnamedProxy(request.request());
        if (plainAllowed || !ClientAddress.isPlain(request.request())) {
            request.next();
        } else if (addresses.absolute("").startsWith("https:")
                && request.request().method().name().equals("GET")) {
            request.response()
                    .setStatusCode(308)
                    .putHeader("Location", addresses.absolute(request.request().uri()))
                    .end();
        } else {
            request.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=UTF-8")
                    .end("This site is served over https alone.\n");
        }
    }

    private void warnOfUnnamedProxy(HttpServerRequest request) {
        if (!proxyNamed
                && request.headers().contains("X-Forwarded-For")
                && warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "%s sends X-Forwarded-For and is not believed: if it is a proxy of yours, name it in descent.proxies",
                    request.remoteAddress());
        }
    }
}
