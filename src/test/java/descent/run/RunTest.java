package descent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Person;
import descent.account.Role;
import descent.account.TestPeople;
import descent.engine.spec.ExperimentSpec;
import descent.engine.training.Point;
import descent.engine.training.RunHeader;
import descent.engine.training.RunRecord;
import descent.engine.training.Snapshot;
import descent.engine.training.Trainer;
import descent.engine.training.TrainingListener;
import descent.run.budget.Allowances;
import descent.run.budget.Budgets;
import descent.run.record.RecordJson;
import descent.run.record.RunRecords;
import descent.shared.web.Problem;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunTest {
    /** Every spec of these tests has a seed of its own, and with it a run of its own. */
    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime() % 1_000_000_000);

    @Inject RequestRun requestRun;

    @Inject CancelExperiment cancelExperiment;

    @Inject Experiments experiments;

    @Inject Budgets budgets;

    @Inject Allowances allowances;

    @Inject ForgetOldRuns forgetOldRuns;

    @Inject TestPeople people;

    @Test
    void sameRequestIsTrainedOnceAndReplayedToTheLastBit() {
        var spec = quick();
        var ada = new Learner();
        var bob = new Learner();
        var adas = ada.asks(spec);
        assertEquals(RunState.FINISHED, ada.seesTheEndOf(adas).state());
        var bobs = bob.asks(spec);
        assertEquals(RunState.FINISHED, bob.sees(bobs).state());
        assertEquals(1, run(spec).tries);
        assertEquals(trainedHere(spec), ada.recordsOf(adas));
        assertEquals(trainedHere(spec), bob.recordsOf(bobs));
    }

    @Test
    void figuresOfARecordedRunAreThoseOfTheEngine() {
        var spec = quick();
        var ada = new Learner();
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
        var spec = quick();
        try (var threads = Executors.newFixedThreadPool(12)) {
            var asking = new ArrayList<Callable<RunState>>();
            for (int i = 0; i < 12; i++) {
                var learner = new Learner();
                asking.add(() -> learner.seesTheEndOf(learner.asks(spec)).state());
            }
            for (var state : threads.invokeAll(asking)) {
                assertEquals(RunState.FINISHED, state.get());
            }
        }
        assertEquals(1, run(spec).tries);
    }

    @Test
    void d10CancelEndsTheTrainingAndTwiceIsOnce() {
        var spec = endless();
        var ada = new Learner();
        var experiment = ada.asks(spec);
        ada.seesRecordsOf(experiment, 1);
        ada.cancels(experiment);
        Eventually.isTrue("the run ends", () -> run(spec).state == RunState.CANCELLED);
        ada.cancels(experiment);
        assertEquals(RunState.CANCELLED, ada.sees(experiment).state());
    }

    @Test
    void onePersonsCancelDoesNotEndAnothersRun() {
        var spec = endless();
        var ada = new Learner();
        var bob = new Learner();
        var adas = ada.asks(spec);
        var bobs = bob.asks(spec);
        bob.seesRecordsOf(bobs, 1);
        ada.cancels(adas);
        assertEquals(RunState.CANCELLED, ada.sees(adas).state());
        bob.seesRecordsOf(bobs, bob.sees(bobs).records() + 1);
        assertEquals(RunState.RUNNING, bob.sees(bobs).state());
        bob.cancels(bobs);
        Eventually.isTrue("the run ends", () -> run(spec).state == RunState.CANCELLED);
    }

    @Test
    void cancelledRunCanBeAskedForAgain() {
        var spec = endless();
        var ada = new Learner();
        var first = ada.asks(spec);
        ada.seesRecordsOf(first, 1);
        ada.cancels(first);
        var second = ada.asks(spec);
        ada.seesRecordsOf(second, 1);
        assertEquals(RunState.CANCELLED, ada.sees(first).state());
        assertEquals(RunState.RUNNING, ada.sees(second).state());
        ada.cancels(second);
        Eventually.isTrue("the run ends", () -> run(spec).state == RunState.CANCELLED);
    }

    @Test
    void d8DivergingRunIsAResultThatNamesStepAndLayer() {
        var ada = new Learner();
        var experiment =
                ada.asks(
                        spec(
                                Map.of(
                                        "data", Map.of("kind", "linear", "noise", 0.1),
                                        "optimizer", Map.of("kind", "sgd", "learningRate", 10))));
        var view = ada.seesTheEndOf(experiment);
        assertEquals(RunState.DIVERGED, view.state(), view.outcome());
        assertTrue(view.outcome().contains("\"divergence\":{\"step\":"), view.outcome());
        assertFalse(ada.recordsOf(experiment).contains("NaN"));
    }

    @Test
    void d2OverTheBudgetIsRefusedWithNumberAndLimit() {
        var ada = new Learner();
        var large = spec(Map.of("network", Map.of("layers", List.of(wide(1000), wide(1000)))));
        var refused = assertThrows(Problem.class, () -> ada.asks(large));
        assertEquals(422, refused.status());
        assertEquals(
                "parameters 1,006,002 > limit 200,000. It would fit with 44 % of the units in every layer.",
                refused.reason());
        var fitting =
                ada.asks(spec(Map.of("network", Map.of("layers", List.of(wide(440), wide(440))))));
        ada.cancels(fitting);
    }

    @Test
    void d2WhatWouldFitFits() {
        var ada = new Learner();
        for (var fields :
                List.of(
                        Map.<String, Object>of(
                                "stop", Map.of("steps", 10_000_000),
                                "network", Map.of("layers", List.of(wide(400)))),
                        Map.<String, Object>of(
                                "stop", Map.of("steps", 5_000),
                                "record",
                                        Map.of(
                                                "every",
                                                1,
                                                "snapshots",
                                                Map.of("every", 1, "surface", 100))),
                        Map.<String, Object>of(
                                "stop", Map.of("steps", 10),
                                "data", Map.of("size", 20_000),
                                "batch", Map.of("size", 20_000),
                                "network", Map.of("layers", List.of(wide(400), wide(400)))))) {
            var refused = assertThrows(Problem.class, () -> ada.asks(spec(fields)));
            assertEquals(422, refused.status());
            assertTrue(refused.reason().contains("It would fit with"), refused.reason());
        }
    }

    @Test
    void d16FullQueueRefusesWithTheNumberThatWaits() {
        var others = new ArrayList<String>();
        int busy = 100 + Runtime.getRuntime().availableProcessors();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (int i = 0; i < busy; i++) {
                        var spec = endless();
                        var run = new Run(spec.hash(), spec.canonical(), "test", 1, Instant.now());
                        run.persist();
                        others.add(run.key);
                        wantedBy(people.signedUp(Role.LEARNER), run.key);
                    }
                });
        try {
            var ada = new Learner();
            var refused = assertThrows(Problem.class, () -> ada.asks(quick()));
            assertEquals(503, refused.status());
            assertNotNull(refused.retryAfter());
            assertTrue(refused.reason().contains("runs of others are waiting"), refused.reason());
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            Experiment.update(
                                    "cancelledAt = ?1 where runKey in ?2", Instant.now(), others));
        }
        Eventually.isTrue(
                "what nobody waits for any more is given up",
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() ->
                                        Run.count(
                                                        "key in ?1 and state <> ?2",
                                                        others,
                                                        RunState.CANCELLED)
                                                == 0));
    }

    @Test
    void d17CurveIsTheSameUnderLoadAsAlone() throws Exception {
        var spec = quick();
        var alone = trainedHere(spec);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var load =
                    List.<Callable<String>>of(
                            () -> trainedHere(quick()),
                            () -> trainedHere(quick()),
                            () -> trainedHere(spec));
            var ada = new Learner();
            var experiment = ada.asks(spec);
            assertEquals(alone, threads.invokeAll(load).getLast().get());
            ada.seesTheEndOf(experiment);
            assertEquals(alone, ada.recordsOf(experiment));
        }
    }

    @Test
    void a5RunOfSomebodyDisabledEnds() {
        var spec = endless();
        var waiting = endless();
        var ada = new Learner();
        var experiment = ada.asks(spec);
        ada.seesRecordsOf(experiment, 1);
        ada.asks(waiting);
        QuarkusTransaction.requiringNew()
                .run(() -> Person.update("disabledAt = ?1 where id = ?2", Instant.now(), ada.id));
        Eventually.isTrue("the run ends", () -> run(spec).state == RunState.CANCELLED);
        Eventually.isTrue(
                "so does the one that waits", () -> run(waiting).state == RunState.CANCELLED);
    }

    @Test
    void computingIsChargedToWhoAskedAndOnlyOnce() {
        var ada = new Learner();
        var bob = new Learner();
        var spec = endless();
        var experiment = ada.asks(spec);
        ada.seesRecordsOf(experiment, 3);
        ada.cancels(experiment);
        Eventually.isTrue("the run ends", () -> run(spec).state == RunState.CANCELLED);
        var used = budgets.allowanceOf(ada.id).used();
        assertTrue(used.isPositive(), "what was trained before the cancel counts");
        var bobs = bob.asks(spec);
        bob.seesRecordsOf(bobs, 1);
        bob.cancels(bobs);
        Eventually.isTrue("the run ends", () -> run(spec).state == RunState.CANCELLED);
        assertEquals(used, budgets.allowanceOf(ada.id).used());
    }

    @Test
    void longUnaskedRunsAreForgottenAndCanBeAskedForAgain() {
        var spec = quick();
        var shared = quick();
        var ada = new Learner();
        var bob = new Learner();
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
        assertNull(run(spec));
        assertEquals(trainedHere(shared), bob.recordsOf(bobs));
        var again = ada.asks(spec);
        ada.seesTheEndOf(again);
        assertEquals(trainedHere(spec), ada.recordsOf(again));
    }

    @Test
    void usedUpDayIsRefusedUntilTomorrow() {
        var ada = new Learner();
        QuarkusTransaction.requiringNew()
                .run(() -> allowances.charge(ada.id, budgets.allowanceOf(ada.id).daily()));
        var refused = assertThrows(Problem.class, () -> ada.asks(quick()));
        assertEquals(429, refused.status());
        assertTrue(refused.retryAfter().compareTo(Duration.ofDays(1)) <= 0);
        assertTrue(refused.reason().contains("600 seconds"), refused.reason());
    }

    @Test
    void d13WhoAsksForVeryManyRunsHasFiveWaiting() {
        var ada = new Learner();
        var accepted = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            try {
                accepted.add(ada.asks(endless()));
            } catch (Problem tooMany) {
                assertEquals(429, tooMany.status());
                assertNotNull(tooMany.retryAfter());
            }
        }
        accepted.forEach(ada::cancels);
        assertTrue(
                accepted.size() >= 5 && accepted.size() < 20,
                accepted.size() + " of 20 were accepted");
    }

    @Test
    void d14WhoAsksLaterIsServedBetweenTheManyRunsOfAnother() {
        var ada = new Learner();
        var many = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            many.add(ada.asks(endless()));
        }
        var bob = new Learner();
        var bobs = bob.asks(endless());
        ada.cancels(many.getFirst());
        bob.seesRecordsOf(bobs, 1);
        var begun = many.stream().skip(1).filter(id -> ada.sees(id).records() > 0).toList();
        assertEquals(List.of(), begun, "runs of Ada's that began before Bob's");
        many.forEach(ada::cancels);
        bob.cancels(bobs);
    }

    @Test
    void d23RunLostWithItsWorkerIsTakenOverWithoutGapOrDouble() {
        var spec = quick();
        var known = recordsTrainedHere(spec).subList(0, 3);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var lost = lost(spec, 1);
                    lost.records = known.size();
                    lost.persist();
                    new RunRecords(lost.key, 0, known).persist();
                    wantedByAll(spec.hash());
                });
        Eventually.isTrue("the run is taken over", () -> run(spec).state == RunState.FINISHED);
        assertEquals(2, run(spec).tries);
        var ada = new Learner();
        assertEquals(trainedHere(spec), ada.recordsOf(ada.asks(spec)));
    }

    @Test
    void d23RunLostTwiceHasFailed() {
        var spec = quick();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    lost(spec, RunQueue.TRIES).persist();
                    wantedByAll(spec.hash());
                });
        Eventually.isTrue("the run fails", () -> run(spec).state == RunState.FAILED);
        assertTrue(run(spec).outcome.contains("lost twice"), run(spec).outcome);
    }

    @Test
    void b2OthersExperimentsAreNotThere() {
        var ada = new Learner();
        var eve = new Learner();
        var experiment = ada.asks(quick());
        assertEquals(404, assertThrows(Problem.class, () -> eve.sees(experiment)).status());
        assertEquals(
                404,
                assertThrows(Problem.class, () -> experiments.view(experiment, null)).status());
        assertEquals(404, assertThrows(Problem.class, () -> eve.cancels(experiment)).status());
    }

    /** Somebody new. */
    private final class Learner {
        private final UUID id = people.signedUp(Role.LEARNER);

        UUID asks(ExperimentSpec spec) {
            return requestRun.request(
                    spec, new RunRequest(id, "training-deep-networks", null, "test"));
        }

        void cancels(UUID experiment) {
            cancelExperiment.cancel(experiment, id);
        }

        Experiments.View sees(UUID experiment) {
            return experiments.view(experiment, id);
        }

        Experiments.View seesTheEndOf(UUID experiment) {
            return Eventually.get(
                    "the end of the run", () -> sees(experiment), view -> view.state().isEnd());
        }

        void seesRecordsOf(UUID experiment, int number) {
            Eventually.get(
                    number + " records", () -> sees(experiment), view -> view.records() >= number);
        }

        String recordsOf(UUID experiment) {
            return experiments.records(experiment, id);
        }
    }

    private static ExperimentSpec spec(Map<String, Object> fields) {
        var tree = new HashMap<>(fields);
        tree.put("seed", SEEDS.incrementAndGet());
        return ExperimentSpec.read(tree);
    }

    private static ExperimentSpec quick() {
        return spec(Map.of("stop", Map.of("steps", 50), "record", Map.of("every", 5)));
    }

    /** Longer than any test waits, within the budget, recording all the time. */
    private static ExperimentSpec endless() {
        return spec(
                Map.of(
                        "network", Map.of("layers", List.of(wide(250), wide(250), wide(250))),
                        "stop", Map.of("steps", 7_000),
                        "record", Map.of("every", 5)));
    }

    private static Run run(ExperimentSpec spec) {
        return run(spec.hash());
    }

    private static Run run(String key) {
        return QuarkusTransaction.requiringNew().call(() -> Run.findById(key));
    }

    private static Map<String, Object> wide(int units) {
        return Map.of("kind", "dense", "units", units);
    }

    /** As the system asks for the runs of presets. */
    private static void wantedByAll(String key) {
        wantedBy(null, key);
    }

    private static void wantedBy(UUID person, String key) {
        var request = new RunRequest(person, null, null, "test " + key);
        new Experiment(UUID.randomUUID(), request, key, Instant.now()).persist();
    }

    /** A run whose worker died a moment ago. */
    private static Run lost(ExperimentSpec spec, int tries) {
        var run = new Run(spec.hash(), spec.canonical(), "test", 1, Instant.now());
        run.state = RunState.RUNNING;
        run.worker = "a dead one";
        run.tries = tries;
        run.leaseUntil = Instant.now().minusSeconds(1);
        return run;
    }

    /** What the engine records of a spec, trained in this very thread. */
    private static String trainedHere(ExperimentSpec spec) {
        return "[" + String.join(",", recordsTrainedHere(spec)) + "]";
    }

    private static List<String> recordsTrainedHere(ExperimentSpec spec) {
        var records = new ArrayList<String>();
        Trainer.of(spec)
                .run(
                        new TrainingListener() {
                            @Override
                            public void started(RunHeader header) {
                                records.add(RecordJson.of(header));
                            }

                            @Override
                            public void recorded(Point point) {
                                records.add(RecordJson.of(point));
                            }

                            @Override
                            public void recorded(Snapshot snapshot) {
                                records.add(RecordJson.of(snapshot));
                            }
                        },
                        () -> false);
        return records;
    }
}
