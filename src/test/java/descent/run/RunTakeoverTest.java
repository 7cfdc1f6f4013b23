package descent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.run.record.RunRecords;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose worker has died. */
@QuarkusTest
class RunTakeoverTest {
    @Inject TestLearners learners;

    @Test
    void d23RunLostWithItsWorkerIsTakenOverWithoutGapOrDouble() {
        var spec = TestSpecs.quick();
        var known = TrainedHere.records(spec).subList(0, 3);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var lost = RunRows.lost(spec, 1);
                    lost.records = known.size();
                    lost.persist();
                    new RunRecords(lost.key, 0, known).persist();
                    RunRows.wanted(null, spec.hash());
                });
        Eventually.isTrue(
                "the run is taken over", () -> RunRows.of(spec).state == RunState.FINISHED);
        assertEquals(2, RunRows.of(spec).tries);
        var ada = learners.somebody();
        assertEquals(TrainedHere.json(spec), ada.recordsOf(ada.asks(spec)));
    }

    @Test
    void d23RunLostTwiceHasFailed() {
        var spec = TestSpecs.quick();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    RunRows.lost(spec, RunQueue.TRIES).persist();
                    RunRows.wanted(null, spec.hash());
                });
        Eventually.isTrue("the run fails", () -> RunRows.of(spec).state == RunState.FAILED);
        assertTrue(RunRows.of(spec).outcome.contains("lost twice"), RunRows.of(spec).outcome);
    }
}
