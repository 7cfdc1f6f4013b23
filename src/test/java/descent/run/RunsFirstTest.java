package descent.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunsFirstTest {
    @Inject RunsFirst runsFirst;

    /** In a transaction that is taken back: no worker sees the run. */
    @Test
    void workInTheBackgroundStandsBackForAWaitingRunAndForNoOther() {
        QuarkusTransaction.begin();
        try {
            Run.update("state = ?1 where state = ?2", RunState.CANCELLED, RunState.WAITING);
            assertFalse(runsFirst.isWanted());
            var run = new Run("waits", "{}", "test", 1, Instant.now());
            run.persist();
            assertTrue(runsFirst.isWanted());
            run.state = RunState.RUNNING;
            assertFalse(runsFirst.isWanted());
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
