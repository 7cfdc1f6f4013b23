package descent.quiz.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import descent.quiz.practice.Strengths.Answered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrengthsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private static Answered answered(String concept, double fraction, int daysAgo) {
        return new Answered(
                concept, BigDecimal.valueOf(fraction), NOW.minus(Duration.ofDays(daysAgo)));
    }

    @Test
    void unknownConceptStandsInTheMiddle() {
        var strengths = Strengths.of(List.of(), NOW);
        assertEquals(0.5, strengths.of("anything"));
        assertFalse(strengths.knows("anything"));
    }

    @Test
    void answersCountHalfAfterThirtyDays() {
        var strengths = Strengths.of(List.of(answered("a", 1, 0), answered("b", 1, 30)), NOW);
        assertEquals(2.0 / 3, strengths.of("a"), 1e-9);
        assertEquals(1.5 / 2.5, strengths.of("b"), 1e-9);
    }

    @Test
    void weakestComesFirst() {
        var strengths =
                Strengths.of(
                        List.of(
                                answered("strong", 1, 1),
                                answered("strong", 1, 1),
                                answered("weak", 0, 1),
                                answered("partly", 0.4, 1)),
                        NOW);
        assertEquals(
                List.of("weak", "partly", "new", "strong"),
                Stream.of("strong", "new", "weak", "partly")
                        .sorted(strengths.weakFirst())
                        .toList());
    }

    @Test
    void negativeMarksAndTheFutureDoNoHarm() {
        var strengths = Strengths.of(List.of(answered("a", -1, -3)), NOW);
        assertEquals(1.0 / 3, strengths.of("a"), 1e-9);
    }
}
