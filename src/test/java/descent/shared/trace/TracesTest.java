package descent.shared.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private final List<SpanData> exported = new ArrayList<>();

    private Tracer tracer(double share) {
        return SdkTracerProvider.builder()
                .setSampler(new WhatIsTraced(share))
                .addSpanProcessor(new WithoutSecrets())
                .addSpanProcessor(SimpleSpanProcessor.create(new Collector()))
                .build()
                .get("test");
    }

    @Test
    void requestIsTracedWithItsStatementsAndWithoutSecrets() {
        var tracer = tracer(1);
        var request =
                tracer.spanBuilder("GET /password/reset/{token}")
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("url.path", "/password/reset/secret")
                        .setAttribute("url.query", "with=secret")
                        .setAttribute("client.address", "192.0.2.7")
                        .setAttribute("http.request.method", "GET")
                        .startSpan();
        try (var scope = request.makeCurrent()) {
            tracer.spanBuilder("select").setSpanKind(SpanKind.CLIENT).startSpan().end();
        }
        request.end();
        assertEquals(
                List.of("select", "GET /password/reset/{token}"),
                exported.stream().map(SpanData::getName).toList());
        var attributes = exported.getLast().getAttributes().toString();
        assertTrue(attributes.contains("http.request.method=GET"), attributes);
        assertFalse(attributes.contains("secret"), attributes);
        assertFalse(attributes.contains("192.0.2.7"), attributes);
    }

    @Test
    void statementOfNobodyIsNot() {
        var tracer = tracer(1);
        tracer.spanBuilder("select").setSpanKind(SpanKind.CLIENT).startSpan().end();
        tracer.spanBuilder("connection").startSpan().end();
        assertEquals(List.of(), exported);
        tracer.spanBuilder("run").setSpanKind(SpanKind.CONSUMER).startSpan().end();
        assertEquals(1, exported.size());
    }

    @Test
    void shareOfNoneIsNone() {
        tracer(0).spanBuilder("request").setSpanKind(SpanKind.SERVER).startSpan().end();
        assertEquals(List.of(), exported);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
    void shareThatIsNoneStopsTheStartWithTheKeysName(double share) {
        var refusal = assertThrows(ConfigurationException.class, () -> new WhatIsTraced(share));
        assertTrue(refusal.getMessage().startsWith("descent.traces.share must be between 0 and 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318, true, false",
        "https://traces.example.org/in, true, false",
        "collector:4318, false, true",
        "http://, false, true",
        "not an address, false, true",
        ", false, false"
    })
    void collectorAloneTurnsTracingOn(String url, boolean on, boolean refused) {
        var builder = new SmallRyeConfigBuilder().withSources(new TracesConfigSource());
        if (url != null) {
            builder.withDefaultValue("descent.traces.url", url);
        }
        var config = builder.build();
        assertEquals(!on, config.getValue("quarkus.otel.sdk.disabled", boolean.class));
        assertEquals(
                on, config.getValue("quarkus.datasource.jdbc.telemetry.enabled", boolean.class));
        var check = new CheckTraces(config.getOptionalValue("descent.traces.url", String.class));
        if (refused) {
            var refusal = assertThrows(ConfigurationException.class, () -> check.check(null));
            assertTrue(refusal.getMessage().contains("descent.traces.url must be like"));
        } else {
            check.check(null);
        }
    }

    /** Keeps what a collector would be sent. */
    private final class Collector implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
