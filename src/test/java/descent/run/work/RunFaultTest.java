package descent.run.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.spec.ExperimentSpec;
import descent.engine.training.Point;
import descent.engine.training.RunResult;
import descent.engine.training.TrainingListener;
import descent.run.Experiments;
import descent.run.RunQueue.Claim;
import descent.run.RunRows;
import descent.run.RunState;
import descent.run.TestLearners;
import descent.run.TestLearners.Learner;
import descent.run.TestSpecs;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What goes wrong within one run, and that nothing else does. */
@QuarkusTest
class RunFaultTest {
    @Inject TrainRun training;

    @Inject TestLearners learners;

    @Test
    void d9RunThatTakesTooLongIsStopped() {
        var spec =
                TestSpecs.fresh(
                        Map.of(
                                "data", Map.of("size", 2_000),
                                "stop", Map.of("steps", 1_000_000),
                                "record", Map.of("every", 1_000)));
        var claim =
                new Claim(
                        spec.hash(),
                        spec.canonical(),
                        "this thread",
                        1,
                        0,
                        Duration.ofMillis(300),
                        Duration.ZERO);
        RunRows.waiting(spec);
        RunRows.claimed(claim);
        training.train(claim, new Interruption(), new Turns(1));
        assertEquals(RunState.STOPPED, RunRows.state(claim.key()));
        assertEquals(
                "{\"reason\":\"Stopped: the time budget of 0.3 s is used up.\"}",
                RunRows.outcome(claim.key()));
    }

    @Test
    void d11RunWithoutMemoryHasFailedAndOthersGoOn() {
        assertEquals(
                "{\"reason\":\"It needed more memory than there is.\"}",
                outcomeOf(() -> {
                    throw new OutOfMemoryError("as large as it gets");
                }));
    }

    @Test
    void d12FaultInARunEndsThatRunAndTheWorkerGoesOn() {
        for (var fault :
                List.<Runnable>of(
                        () -> {
                            throw new StackOverflowError();
                        },
                        () -> {
                            throw new IllegalStateException("a fault for a test");
                        },
                        () -> {
                            throw new LinkageError("a fault for a test");
                        })) {
            var outcome = outcomeOf(fault);
            assertTrue(outcome.contains("A fault on our side, number "), outcome);
        }
    }

    @Test
    void d12WhatCannotBeWrittenDownFailsTheRun() {
        var bad = spec();
        var engine =
                new Engine() {
                    @Override
                    RunResult train(
                            ExperimentSpec spec,
                            TrainingListener listener,
                            BooleanSupplier cancelled) {
                        if (spec.equals(bad)) {
                            listener.recorded(new Point(1, 1, null));
                        }
                        return super.train(spec, listener, cancelled);
                    }
                };
        QuarkusMock.installMockForType(engine, Engine.class);
        var view = endOf(bad, learners.somebody());
        assertEquals(RunState.FAILED, view.state());
        assertTrue(view.outcome().contains("A fault on our side, number "), view.outcome());
    }

    /** Of a run in which this happens; another that is asked for then comes to its end. */
    private String outcomeOf(Runnable fault) {
        var bad = spec();
        QuarkusMock.installMockForType(new Faulty(bad.hash(), fault), Engine.class);
        var ada = learners.somebody();
        var view = endOf(bad, ada);
        assertEquals(RunState.FAILED, view.state());
        assertEquals(RunState.FINISHED, endOf(spec(), ada).state());
        return view.outcome();
    }

    private static Experiments.View endOf(ExperimentSpec spec, Learner learner) {
        return learner.seesTheEndOf(learner.asks(spec));
    }

    private static final class Faulty extends Engine {
        private final String key;
        private final Runnable fault;

        Faulty(String key, Runnable fault) {
            this.key = key;
            this.fault = fault;
        }

        @Override
        RunResult train(ExperimentSpec spec, TrainingListener listener, BooleanSupplier cancelled) {
            if (spec.hash().equals(key)) {
                fault.run();
            }
            return super.train(spec, listener, cancelled);
        }
    }

    private static ExperimentSpec spec() {
        return TestSpecs.fresh(Map.of("stop", Map.of("steps", 20)));
    }
}
