package descent.quiz.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.material.MockTest.Attempts;
import descent.course.material.MockTest.Counting;
import descent.course.material.MockTest.Dates;
import descent.course.material.MockTest.Manner;
import descent.course.material.ReviewPolicy;
import descent.course.material.ReviewPolicy.Part;
import descent.course.material.ReviewPolicy.Phase;
import descent.quiz.rules.TestRules.Earlier;
import descent.quiz.rules.TestRules.Obstacle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestRulesTest {
    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static TestRules rules(@Nullable Integer attempts, Duration coolDown, Dates dates) {
        return new TestRules(
                "A test",
                HOUR,
                new BigDecimal("0.5"),
                new Attempts(attempts, coolDown, Counting.BEST),
                dates,
                new Manner(false, false, true),
                ReviewPolicy.AT_ONCE);
    }

    private static TestRules closing(Instant closes) {
        return rules(null, Duration.ZERO, new Dates(null, closes));
    }

    private static Allowance time(String factor, Duration extra) {
        return new Allowance(new BigDecimal(factor), extra, 0, null, null);
    }

    @Test
    @Tag("G1")
    void g01_deadlineIsTheEarlierOfLimitTimesFactorPlusExtraAndClosing() {
        var open = rules(null, Duration.ZERO, Dates.NONE);
        assertEquals(START.plus(HOUR), open.deadline(START));
        var slow = time("1.25", Duration.ofMinutes(10));
        assertEquals(START.plus(Duration.ofMinutes(85)), open.with(slow).deadline(START));
        var soon = closing(START.plus(Duration.ofMinutes(30)));
        assertEquals(START.plus(Duration.ofMinutes(30)), soon.with(slow).deadline(START));
        var later =
                new Allowance(
                        BigDecimal.ONE, Duration.ZERO, 0, null, START.plus(Duration.ofMinutes(45)));
        assertEquals(START.plus(Duration.ofMinutes(45)), soon.with(later).deadline(START));
    }

    @Test
    @Tag("G1")
    void g01_allowanceForTheTestStandsBeforeThatForTheCourseFieldByField() {
        var own = new Allowance(BigDecimal.ONE, Duration.ofMinutes(5), 0, null, null);
        var general = new Allowance(new BigDecimal("1.5"), Duration.ofMinutes(9), 2, START, null);
        assertEquals(
                new Allowance(new BigDecimal("1.5"), Duration.ofMinutes(5), 2, START, null),
                own.over(general));
    }

    @Test
    void ownDatesThatDoNotFitTheTestsStandAlone() {
        var week = Duration.ofDays(7);
        var rules = rules(null, Duration.ZERO, new Dates(START, START.plus(HOUR)));
        var later = new Allowance(BigDecimal.ONE, Duration.ZERO, 0, START.plus(week), null);
        assertEquals(new Dates(START.plus(week), null), rules.with(later).dates());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Allowance(BigDecimal.ONE, Duration.ZERO, 0, START, START));
        assertThrows(IllegalArgumentException.class, () -> time("0.5", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> time("1", Duration.ofMinutes(-1)));
    }

    @Test
    @Tag("G14")
    void g14_attemptsMadeCountAgainstThoseAllowedAndMoreCanBeGranted() {
        var one = rules(1, Duration.ZERO, Dates.NONE);
        var made = List.of(new Earlier(START));
        assertEquals(Optional.empty(), one.obstacle(List.of(), START));
        assertEquals(Optional.of(new Obstacle.NoAttemptLeft(1)), one.obstacle(made, START));
        var more = new Allowance(BigDecimal.ONE, Duration.ZERO, 1, null, null);
        assertEquals(Optional.empty(), one.with(more).obstacle(made, START));
        assertEquals(
                Optional.empty(),
                rules(null, Duration.ZERO, Dates.NONE).with(more).obstacle(made, START));
    }

    @Test
    void c15_coolDownCountsFromTheEndOfTheAttemptBefore() {
        var rules = rules(null, HOUR, Dates.NONE);
        var ended = List.of(new Earlier(START.minus(HOUR)), new Earlier(START));
        assertEquals(
                Optional.of(new Obstacle.TooSoon(START.plus(HOUR))),
                rules.obstacle(ended, START.plus(HOUR).minusMillis(1)));
        assertEquals(Optional.empty(), rules.obstacle(ended, START.plus(HOUR)));
    }

    @Test
    void testOpensAndCloses() {
        var closes = START.plus(HOUR);
        var rules = rules(null, Duration.ZERO, new Dates(START, closes));
        assertEquals(
                Optional.of(new Obstacle.NotOpenYet(START)),
                rules.obstacle(List.of(), START.minusMillis(1)));
        assertEquals(Optional.empty(), rules.obstacle(List.of(), START));
        assertEquals(Optional.of(new Obstacle.Closed(closes)), rules.obstacle(List.of(), closes));
    }

    @Test
    @Tag("G20")
    void g20_everyFieldIsShownInItsPhasesAndInNoOther() {
        var closes = START.plus(Duration.ofHours(3));
        for (var part : Part.values()) {
            for (var phase : Phase.values()) {
                if (phase == Phase.DURING && part != Part.ATTEMPT) {
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> new ReviewPolicy(Map.of(phase, Set.of(part))));
                    continue;
                }
                var policy = new ReviewPolicy(Map.of(phase, Set.of(part)));
                var rules = closing(closes);
                var shown = new EnumMap<Phase, Set<Part>>(Phase.class);
                var own =
                        new TestRules(
                                rules.title(),
                                rules.limit(),
                                rules.pass(),
                                rules.attempts(),
                                rules.dates(),
                                rules.manner(),
                                policy);
                shown.put(Phase.DURING, own.visible(null, START));
                shown.put(Phase.RIGHT_AFTER, own.visible(START, START.plusSeconds(119)));
                shown.put(Phase.WHILE_OPEN, own.visible(START, START.plusSeconds(120)));
                shown.put(Phase.AFTER_CLOSING, own.visible(START, closes));
                shown.forEach((when, parts) ->
                        assertEquals(when == phase ? Set.of(part) : Set.of(), parts));
            }
        }
    }

    @Test
    @Tag("G20")
    void g20_usualPoliciesTellAllAtOnceOrWhenTheTestHasClosed() {
        var closes = START.plus(HOUR);
        var later =
                new TestRules(
                        "A test",
                        HOUR,
                        BigDecimal.ONE,
                        new Attempts(null, Duration.ZERO, Counting.BEST),
                        new Dates(null, closes),
                        new Manner(false, false, true),
                        ReviewPolicy.WHEN_CLOSED);
        assertEquals(Set.of(Part.ATTEMPT), later.visible(START, closes.minusMillis(1)));
        assertEquals(Set.of(Part.values()), later.visible(START, closes));
        assertEquals(Set.of(Part.values()), closing(closes).visible(START, START));
        assertTrue(ReviewPolicy.MARKS_ONLY.in(Phase.AFTER_CLOSING).contains(Part.MARKS));
        assertEquals(Set.of(Part.ATTEMPT), ReviewPolicy.MARKS_ONLY.in(Phase.DURING));
    }
}
