package descent.run.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Role;
import descent.account.TestPeople;
import descent.engine.spec.ExperimentSpec;
import descent.engine.training.Point;
import descent.engine.training.RunResult;
import descent.engine.training.TrainingListener;
import descent.run.Experiments;
import descent.run.RequestRun;
import descent.run.RunQueue.Claim;
import descent.run.RunRequest;
import descent.run.RunRows;
import descent.run.RunState;
import descent.testing.Eventually;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What goes wrong within one run, and that nothing else does. */
@QuarkusTest
class RunFaultTest {
    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime() % 1_000_000_000);

    @Inject RequestRun requestRun;

    @Inject Experiments experiments;

    @Inject TrainRun training;

    @Inject TestPeople people;

    @Test
    void d9RunThatTakesTooLongIsStopped() {
        var spec =
                spec(
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
        var bad = spec(Map.of());
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
        var view = endOf(bad, people.signedUp(Role.LEARNER));
        assertEquals(RunState.FAILED, view.state());
        assertTrue(view.outcome().contains("A fault on our side, number "), view.outcome());
    }

    /** Of a run in which this happens; another that is asked for then comes to its end. */
    private String outcomeOf(Runnable fault) {
        var bad = spec(Map.of());
        QuarkusMock.installMockForType(new Faulty(bad.hash(), fault), Engine.class);
        var ada = people.signedUp(Role.LEARNER);
        var view = endOf(bad, ada);
        assertEquals(RunState.FAILED, view.state());
        assertEquals(RunState.FINISHED, endOf(spec(Map.of()), ada).state());
        return view.outcome();
    }

    private Experiments.View endOf(ExperimentSpec spec, UUID person) {
        var id = requestRun.request(spec, new RunRequest(person, null, null, "test"));
        return Eventually.get(
                "the end of the run",
                () -> experiments.view(id, person),
                view -> view.state().isEnd());
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

    private static ExperimentSpec spec(Map<String, Object> fields) {
        var tree = new HashMap<>(fields);
        tree.putIfAbsent("stop", Map.of("steps", 20));
        tree.put("seed", SEEDS.incrementAndGet());
        return ExperimentSpec.read(tree);
    }
}
