package descent.shared.postgres;

import descent.testing.Eventually;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {
    /** Else one fault of ours would leave a replica deaf, or blind, for as long as it runs. */
    @Test
    void faultOfWhoeverUsesItDoesNotEndIt() throws SQLException {
        var told = new AtomicInteger();
        var kept =
                new KeptConnection(
                        "descent test",
                        "jdbc:postgresql://127.0.0.1:1/nowhere",
                        "nobody",
                        "nothing",
                        Map.of(),
                        Duration.ofMillis(1));
        kept.start(
                _ -> {},
                _ -> {},
                _ -> {
                    told.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                });
        try {
            Eventually.isTrue("it is tried again", () -> told.get() > 1);
        } finally {
            kept.stop();
        }
    }
}
