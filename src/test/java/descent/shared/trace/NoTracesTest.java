package descent.shared.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TracerProvider;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** With the settings as they come. */
@QuarkusTest
class NoTracesTest {
    @Inject OpenTelemetry telemetry;

    @Inject AgroalDataSource database;

    @Test
    void withoutACollectorNothingIsTracedOrExported() {
        assertEquals(TracerProvider.noop(), telemetry.getTracerProvider());
        var request =
                telemetry.getTracer("test").spanBuilder("x").setSpanKind(SpanKind.SERVER);
        assertFalse(request.startSpan().isRecording());
        assertFalse(
                database.getClass().getName().contains("OpenTelemetry"), "connections are bare");
    }
}
