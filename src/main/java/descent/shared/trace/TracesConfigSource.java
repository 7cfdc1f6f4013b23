package descent.shared.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns tracing on where the settings say where traces go, and all of it off elsewhere: no
 * exporter, no wrapped connections.
 */
public final class TracesConfigSource implements ConfigSourceFactory {
    /** Beneath all that is set on purpose, above the framework's defaults. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var url = context.getValue(CheckTraces.URL).getValue();
        var settings = new HashMap<String, String>();
        // A wrong one stops the start with a better sentence than the exporter's.
        boolean on = url != null && CheckTraces.isUrl(url);
        if (on) {
            settings.put("quarkus.otel.exporter.otlp.endpoint", url);
        }
        settings.put("quarkus.otel.sdk.disabled", String.valueOf(!on));
        settings.put("quarkus.datasource.jdbc.telemetry.enabled", String.valueOf(on));
        return List.of(new PropertiesConfigSource(settings, "traces", ORDINAL));
    }
}
