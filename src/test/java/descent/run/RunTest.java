package descent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Person;
import descent.engine.spec.ExperimentSpec;
import descent.engine.training.RunRecord;
import descent.shared.web.Problem;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What becomes of an experiment that is asked for, and whose it is. */
@QuarkusTest
class RunTest {
    @Inject TestLearners learners;

    @Inject Experiments experiments;

    @Inject ForgetOldRuns forgetOldRuns;

    @Inject RunOverview overview;

    @Test
    void sameRequestIsTrainedOnceAndReplayedToTheLastBit() {
        var spec = TestSpecs.quick();
        var ada = learners.somebody();
        var bob = learners.somebody();
        var adas = ada.asks(spec);
        assertEquals(RunState.FINISHED, ada.seesTheEndOf(adas).state());
        var bobs = bob.asks(spec);
        assertEquals(RunState.FINISHED, bob.sees(bobs).state());
        assertEquals(1, RunRows.of(spec).tries);
        assertEquals(TrainedHere.json(spec), ada.recordsOf(adas));
        assertEquals(TrainedHere.json(spec), bob.recordsOf(bobs));
        assertEquals(2, line(spec).requests(), "and admins see that two have asked for it");
    }

    @Test
    void figuresOfARecordedRunAreThoseOfTheEngine() {
        var spec = TestSpecs.quick();
        var ada = learners.somebody();
        var experiment = ada.asks(spec);
        assertTrue(ada.seesTheEndOf(experiment).state().isValue());
        var stored = experiments.figures(experiment, ada.id).orElseThrow();
        var here = RunRecord.of(spec);
        for (var figure :
                List.of(
                        "final.train.loss",
                        "best.validation.loss",
                        "step.10.train.accuracy",
                        "steps")) {
            assertEquals(here.figure(figure), stored.figure(figure), figure);
        }
    }

    @Test
    void classThatAsksAtTheSameMomentSharesOneRun() throws Exception {
        var spec = TestSpecs.quick();
        try (var threads = Executors.newFixedThreadPool(12)) {
            var asking = new ArrayList<Callable<RunState>>();
            for (int i = 0; i < 12; i++) {
                var learner = learners.somebody();
                asking.add(() -> learner.seesTheEndOf(learner.asks(spec)).state());
            }
            for (var state : threads.invokeAll(asking)) {
                assertEquals(RunState.FINISHED, state.get());
            }
        }
        assertEquals(1, RunRows.of(spec).tries);
    }

    @Test
    void d10CancelEndsTheTrainingAndTwiceIsOnce() {
        var spec = TestSpecs.endless();
        var ada = learners.somebody();
        var experiment = ada.asks(spec);
        ada.seesRecordsOf(experiment, 1);
        ada.cancels(experiment);
        Eventually.isTrue("the run ends", () -> RunRows.of(spec).state == RunState.CANCELLED);
        ada.cancels(experiment);
        assertEquals(RunState.CANCELLED, ada.sees(experiment).state());
    }

    @Test
    void onePersonsCancelDoesNotEndAnothersRun() {
        var spec = TestSpecs.endless();
        var ada = learners.somebody();
        var bob = learners.somebody();
        var adas = ada.asks(spec);
        var bobs = bob.asks(spec);
        bob.seesRecordsOf(bobs, 1);
        ada.cancels(adas);
        assertEquals(RunState.CANCELLED, ada.sees(adas).state());
        bob.seesRecordsOf(bobs, bob.sees(bobs).records() + 1);
        assertEquals(RunState.RUNNING, bob.sees(bobs).state());
        bob.cancels(bobs);
        Eventually.isTrue("the run ends", () -> RunRows.of(spec).state == RunState.CANCELLED);
    }

    @Test
    void cancelledRunCanBeAskedForAgain() {
        var spec = TestSpecs.endless();
        var ada = learners.somebody();
        var first = ada.asks(spec);
        ada.seesRecordsOf(first, 1);
        ada.cancels(first);
        var second = ada.asks(spec);
        ada.seesRecordsOf(second, 1);
        assertEquals(RunState.CANCELLED, ada.sees(first).state());
        assertEquals(RunState.RUNNING, ada.sees(second).state());
        ada.cancels(second);
        Eventually.isTrue("the run ends", () -> RunRows.of(spec).state == RunState.CANCELLED);
    }

    @Test
    void d8DivergingRunIsAResultThatNamesStepAndLayer() {
        var ada = learners.somebody();
        var experiment =
                ada.asks(
                        TestSpecs.fresh(
                                Map.of(
                                        "data", Map.of("kind", "linear", "noise", 0.1),
                                        "optimizer", Map.of("kind", "sgd", "learningRate", 10))));
        var view = ada.seesTheEndOf(experiment);
        assertEquals(RunState.DIVERGED, view.state(), view.outcome());
        assertTrue(view.outcome().contains("\"divergence\":{\"step\":"), view.outcome());
        assertFalse(ada.recordsOf(experiment).contains("NaN"));
    }

    @Test
    void d17CurveIsTheSameUnderLoadAsAlone() throws Exception {
        var spec = TestSpecs.quick();
        var alone = TrainedHere.json(spec);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var load =
                    List.<Callable<String>>of(
                            () -> TrainedHere.json(TestSpecs.quick()),
                            () -> TrainedHere.json(TestSpecs.quick()),
                            () -> TrainedHere.json(spec));
            var ada = learners.somebody();
            var experiment = ada.asks(spec);
            assertEquals(alone, threads.invokeAll(load).getLast().get());
            ada.seesTheEndOf(experiment);
            assertEquals(alone, ada.recordsOf(experiment));
        }
    }

    @Test
    void a5RunOfSomebodyDisabledEnds() {
        var spec = TestSpecs.endless();
        var waiting = TestSpecs.endless();
        var ada = learners.somebody();
        var experiment = ada.asks(spec);
        ada.seesRecordsOf(experiment, 1);
        ada.asks(waiting);
        QuarkusTransaction.requiringNew()
                .run(() -> Person.update("disabledAt = ?1 where id = ?2", Instant.now(), ada.id));
        Eventually.isTrue("the run ends", () -> RunRows.of(spec).state == RunState.CANCELLED);
        Eventually.isTrue(
                "so does the one that waits",
                () -> RunRows.of(waiting).state == RunState.CANCELLED);
    }

    @Test
    void longUnaskedRunsAreForgottenAndCanBeAskedForAgain() {
        var spec = TestSpecs.quick();
        var shared = TestSpecs.quick();
        var ada = learners.somebody();
        var bob = learners.somebody();
        var old = ada.asks(spec);
        ada.seesTheEndOf(old);
        ada.seesTheEndOf(ada.asks(shared));
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var longAgo = Instant.now().minus(Duration.ofDays(91));
                    Experiment.update("createdAt = ?1 where personId = ?2", longAgo, ada.id);
                    Run.update(
                            "endedAt = ?1 where key in (?2, ?3)",
                            longAgo,
                            spec.hash(),
                            shared.hash());
                });
        var bobs = bob.asks(shared);
        forgetOldRuns.run();
        assertEquals(404, assertThrows(Problem.class, () -> ada.sees(old)).status());
        assertNull(RunRows.of(spec));
        assertEquals(TrainedHere.json(shared), bob.recordsOf(bobs));
        var again = ada.asks(spec);
        ada.seesTheEndOf(again);
        assertEquals(TrainedHere.json(spec), ada.recordsOf(again));
    }

    @Test
    void b2OthersExperimentsAreNotThere() {
        var ada = learners.somebody();
        var eve = learners.somebody();
        var experiment = ada.asks(TestSpecs.quick());
        assertEquals(404, assertThrows(Problem.class, () -> eve.sees(experiment)).status());
        assertEquals(
                404,
                assertThrows(Problem.class, () -> experiments.view(experiment, null)).status());
        assertEquals(404, assertThrows(Problem.class, () -> eve.cancels(experiment)).status());
    }

    private RunOverview.Line line(ExperimentSpec spec) {
        return overview.latest(0, 10_000).stream()
                .filter(line -> line.key().equals(spec.hash()))
                .findFirst()
                .orElseThrow();
    }
}
