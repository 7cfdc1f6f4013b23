package descent.shared.trace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** With the settings as they come. */
@QuarkusTest
class NoTracesTest {
    @Inject OpenTelemetry telemetry;

    @Inject AgroalDataSource database;

    @Test
    void withoutACollectorNobodyIsToldOfSpans() {
        assertTrue(
                telemetry.toString().contains("spanProcessor=NoopSpanProcessor{}"),
                telemetry::toString);
        assertFalse(
                database.getClass().getName().contains("OpenTelemetry"), "connections are bare");
    }
}
