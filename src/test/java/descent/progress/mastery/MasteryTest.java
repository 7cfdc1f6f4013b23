package descent.progress.mastery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.progress.mastery.Mastery.Answered;
import descent.progress.mastery.Mastery.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasteryTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static Mastery ofToday(double... fractions) {
        return Mastery.of(
                Arrays.stream(fractions).mapToObj(f -> new Answered(f, NOW)).toList(), NOW);
    }

    private static Mastery right(int answers, Duration ago) {
        return Mastery.of(Collections.nCopies(answers, new Answered(1, NOW.minus(ago))), NOW);
    }

    @Test
    void nothingIsKnownWithoutAnswers() {
        var mastery = ofToday();
        assertEquals(0.2, mastery.share(), 1e-12);
        assertEquals(Level.NOT_YET, mastery.level());
        assertFalse(mastery.isWeak());
    }

    /** Of Beta(1 + n, 1) the quantile is p^(1/(1+n)), of Beta(1, 1 + n) its mirror. */
    @ParameterizedTest
    @CsvSource({"1", "2", "6", "7", "40"})
    void rightAndWrongAnswersMeetTheClosedForm(int n) {
        assertEquals(Math.pow(0.2, 1.0 / (1 + n)), right(n, Duration.ZERO).share(), 1e-10);
        var wrong = Mastery.of(Collections.nCopies(n, new Answered(0, NOW)), NOW);
        assertEquals(1 - Math.pow(0.8, 1.0 / (1 + n)), wrong.share(), 1e-10);
    }

    @Test
    void sevenRightAnswersOfTodayHoldAndSixDoNot() {
        assertEquals(Level.GETTING_THERE, right(6, Duration.ZERO).level());
        assertEquals(Level.HOLDS, right(7, Duration.ZERO).level());
    }

    @Test
    void oneRightAnswerIsNotYetEnoughButNoWeakness() {
        assertEquals(Level.NOT_YET, ofToday(1).level());
        assertFalse(ofToday(1).isWeak());
        assertTrue(ofToday(0).isWeak());
        assertTrue(ofToday(1, 0).isWeak());
    }

    /** After 30 days two answers weigh as much as one of today. */
    @Test
    void answersLoseHalfOfTheirWeightInThirtyDays() {
        assertEquals(right(3, Duration.ZERO).share(), right(6, Duration.ofDays(30)).share(), 1e-10);
        assertEquals(
                right(3, Duration.ZERO).share(), right(12, Duration.ofDays(60)).share(), 1e-10);
        assertEquals(0.2, right(1, Duration.ofDays(3_000)).share(), 1e-9);
    }

    @Test
    void partOfThePointsCountsForBothSides() {
        assertEquals(ofToday(1, 0).share(), ofToday(0.5, 0.5).share(), 1e-12);
    }

    @Test
    void answerOfTomorrowCountsAsOfNow() {
        assertEquals(
                ofToday(1).share(),
                Mastery.of(List.of(new Answered(1, NOW.plusSeconds(86_400))), NOW).share());
    }

    @Test
    void fractionBeyondOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Answered(1.01, NOW));
        assertThrows(IllegalArgumentException.class, () -> new Answered(Double.NaN, NOW));
    }

    /** For whole numbers the distribution function is a sum of binomial probabilities. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,8", "8,3", "15,40", "100,3", "200,300"})
    void distributionAgreesWithTheBinomial(int alpha, int beta) {
        var distribution = new BetaDistribution(alpha, beta);
        Stream.of(0.01, 0.2, 0.5, 0.66, 0.97)
                .forEach(x ->
                        assertEquals(
                                binomial(alpha, beta, x),
                                distribution.cumulative(x),
                                1e-10,
                                "at " + x));
        Stream.of(0.05, 0.2, 0.5, 0.95)
                .forEach(p ->
                        assertEquals(
                                p,
                                distribution.cumulative(distribution.quantile(p)),
                                1e-9,
                                "for " + p));
    }

    private static double binomial(int alpha, int beta, double x) {
        int n = alpha + beta - 1;
        double sum = 0;
        for (int j = alpha; j <= n; j++) {
            double logChoose = 0;
            for (int i = 1; i <= j; i++) {
                logChoose += Math.log((double) (n - j + i) / i);
            }
            sum += Math.exp(logChoose + j * Math.log(x) + (n - j) * Math.log1p(-x));
        }
        return sum;
    }
}
