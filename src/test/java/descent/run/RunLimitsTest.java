package descent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Role;
import descent.account.TestPeople;
import descent.run.budget.Allowances;
import descent.run.budget.Budgets;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How much may be asked for, by one and by all. */
@QuarkusTest
class RunLimitsTest {
    @Inject TestLearners learners;

    @Inject Budgets budgets;

    @Inject Allowances allowances;

    @Inject TestPeople people;

    @Test
    void d2OverTheBudgetIsRefusedWithNumberAndLimit() {
        var ada = learners.somebody();
        var large =
                TestSpecs.fresh(
                        Map.of(
                                "network",
                                Map.of(
                                        "layers",
                                        List.of(TestSpecs.wide(1000), TestSpecs.wide(1000)))));
        var refused = assertThrows(Problem.class, () -> ada.asks(large));
        assertEquals(422, refused.status());
        assertEquals(
                "parameters 1,006,002 > limit 200,000. It would fit with 44 % of the units in every layer.",
                refused.reason());
        var fitting =
                ada.asks(
                        TestSpecs.fresh(
                                Map.of(
                                        "network",
                                        Map.of(
                                                "layers",
                                                List.of(
                                                        TestSpecs.wide(440),
                                                        TestSpecs.wide(440))))));
        ada.cancels(fitting);
    }

    @Test
    void d2WhatWouldFitFits() {
        var ada = learners.somebody();
        for (var fields :
                List.of(
                        Map.<String, Object>of(
                                "stop", Map.of("steps", 10_000_000),
                                "network", Map.of("layers", List.of(TestSpecs.wide(400)))),
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
                                "network",
                                        Map.of(
                                                "layers",
                                                List.of(
                                                        TestSpecs.wide(400),
                                                        TestSpecs.wide(400)))))) {
            var refused = assertThrows(Problem.class, () -> ada.asks(TestSpecs.fresh(fields)));
            assertEquals(422, refused.status());
            assertTrue(refused.reason().contains("It would fit with"), refused.reason());
        }
    }

    @Test
    void computingIsChargedToWhoAskedAndOnlyOnce() {
        var ada = learners.somebody();
        var bob = learners.somebody();
        var spec = TestSpecs.endless();
        var experiment = ada.asks(spec);
        ada.seesRecordsOf(experiment, 3);
        ada.cancels(experiment);
        Eventually.isTrue("the run ends", () -> RunRows.of(spec).state == RunState.CANCELLED);
        var used = budgets.allowanceOf(ada.id).used();
        assertTrue(used.isPositive(), "what was trained before the cancel counts");
        var bobs = bob.asks(spec);
        bob.seesRecordsOf(bobs, 1);
        bob.cancels(bobs);
        Eventually.isTrue("the run ends", () -> RunRows.of(spec).state == RunState.CANCELLED);
        assertEquals(used, budgets.allowanceOf(ada.id).used());
    }

    @Test
    void usedUpDayIsRefusedUntilTomorrow() {
        var ada = learners.somebody();
        QuarkusTransaction.requiringNew()
                .run(() -> allowances.charge(ada.id, budgets.allowanceOf(ada.id).daily()));
        var refused = assertThrows(Problem.class, () -> ada.asks(TestSpecs.quick()));
        assertEquals(429, refused.status());
        assertTrue(refused.retryAfter().compareTo(Duration.ofDays(1)) <= 0);
        assertTrue(refused.reason().contains("600 seconds"), refused.reason());
    }

    @Test
    void d13WhoAsksForVeryManyRunsHasFiveWaiting() {
        var ada = learners.somebody();
        var accepted = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            try {
                accepted.add(ada.asks(TestSpecs.endless()));
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
        var ada = learners.somebody();
        var many = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            many.add(ada.asks(TestSpecs.endless()));
        }
        var bob = learners.somebody();
        var bobs = bob.asks(TestSpecs.endless());
        ada.cancels(many.getFirst());
        bob.seesRecordsOf(bobs, 1);
        var begun = many.stream().skip(1).filter(id -> ada.sees(id).records() > 0).toList();
        assertEquals(List.of(), begun, "runs of Ada's that began before Bob's");
        many.forEach(ada::cancels);
        bob.cancels(bobs);
    }

    @Test
    void d16FullQueueRefusesWithTheNumberThatWaits() {
        var others = new ArrayList<String>();
        int busy = 100 + Runtime.getRuntime().availableProcessors();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (int i = 0; i < busy; i++) {
                        var spec = TestSpecs.endless();
                        var run = new Run(spec.hash(), spec.canonical(), "test", 1, Instant.now());
                        run.persist();
                        others.add(run.key);
                        RunRows.wanted(people.signedUp(Role.LEARNER), run.key);
                    }
                });
        try {
            var ada = learners.somebody();
            var refused = assertThrows(Problem.class, () -> ada.asks(TestSpecs.quick()));
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
}
