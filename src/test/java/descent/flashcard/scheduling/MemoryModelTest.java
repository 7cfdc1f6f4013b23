package descent.flashcard.scheduling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The formulas against numbers that the tests of the reference implementations publish: fsrs-rs
 * computes in float, ts-fsrs rounds to eight digits.
 */
class MemoryModelTest {
    private static final double FLOAT = 1e-6;
    private static final double EIGHT_DIGITS = 5e-8;

    private final MemoryModel model = new MemoryModel(Parameters.DEFAULT);

    @Test
    void defaultWeightsAreThoseOfFsrs6() {
        assertEquals(
                List.of(
                        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722,
                        0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425,
                        0.0912, 0.0658, 0.1542),
                Parameters.DEFAULT.weights());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 19, 20, 22})
    void weightsOfAnotherVersionAreRefused(int count) {
        var weights = new ArrayList<Double>(Parameters.DEFAULT.weights());
        weights.add(0.5);
        var other = count <= weights.size() ? weights.subList(0, count) : weights;
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Parameters(other));
        assertEquals("FSRS-6 has 21 weights, given were " + count, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0.05, 0.81, Double.NaN, Double.POSITIVE_INFINITY})
    void weightOutOfRangeIsRefusedWithItsNumber(double decay) {
        var weights = new ArrayList<Double>(Parameters.DEFAULT.weights());
        weights.set(20, decay);
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Parameters(weights));
        assertEquals("weight 20 must be from 0.1 to 0.8, was " + decay, refusal.getMessage());
    }

    @Test
    void firstRatingAsTsFsrs() {
        assertArrayEquals(
                new double[] {0.212, 1.2931, 2.3065, 8.2956},
                byRating(rating -> model.first(rating).stability()),
                EIGHT_DIGITS);
        assertArrayEquals(
                new double[] {6.4133, 5.11217071, 2.11810397, 1},
                byRating(rating -> model.first(rating).difficulty()),
                EIGHT_DIGITS);
    }

    @Test
    void forgettingCurveAsFsrsRs() {
        int[] days = {0, 1, 2, 3, 4, 5};
        double[] stability = {1, 2, 3, 4, 4, 2};
        assertArrayEquals(
                new double[] {1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359},
                each(6, i -> model.retrievability(new Memory(stability[i], 5), days[i])),
                FLOAT);
    }

    @Test
    void forgettingCurveAsTsFsrs() {
        assertArrayEquals(
                new double[] {1, 0.9, 0.84588465, 0.8093881},
                each(4, days -> model.retrievability(new Memory(1, 5), days)),
                EIGHT_DIGITS);
    }

    @Test
    void intervalsByDesiredRetentionAsTsFsrs() {
        assertArrayEquals(
                new double[] {3116769, 34793, 2508, 387, 90, 27, 9, 3, 1},
                each(9, i -> Math.round(model.interval(1, (i + 1) / 10.0))));
    }

    @Test
    void difficultyAsTsFsrs() {
        assertArrayEquals(
                new double[] {8.34176237, 6.66599536, 4.99022837, 3.31446137},
                byRating(rating -> model.next(new Memory(5, 5), rating, 1).difficulty()),
                EIGHT_DIGITS);
    }

    @Test
    void sameDayStabilityAsTsFsrs() {
        assertArrayEquals(
                new double[] {1.596818, 5, 5, 8.12960956},
                byRating(rating -> model.next(new Memory(5, 5), rating, 0).stability()),
                EIGHT_DIGITS);
    }

    @Test
    void secondRatingAfterDaysAsFsrsRs() {
        var again = model.next(model.first(Rating.AGAIN), Rating.AGAIN, 2);
        var hard = model.next(model.first(Rating.HARD), Rating.HARD, 2);
        var nextDay = byRating(rating -> model.next(model.first(rating), rating, 1).stability());
        assertArrayEquals(new double[] {0.10088589, 3.2494123, 7.3153, 18.014914}, nextDay, 1e-4);
        assertEquals(0.112798266, again.stability(), FLOAT);
        assertEquals(4.4694576, hard.stability(), 1e-5);
        assertEquals(8.806304, again.difficulty(), 1e-5);
        assertEquals(6.7404594, hard.difficulty(), 1e-5);
    }

    /** The sequence that fsrs-rs and ts-fsrs share. */
    @Test
    void memoryAfterSixReviewsAsFsrsRs() {
        var memory = model.first(Rating.AGAIN);
        for (int days : new int[] {0, 1, 3, 8, 21}) {
            memory = model.next(memory, Rating.GOOD, days);
        }
        assertEquals(53.62691, memory.stability(), 1e-4);
        assertEquals(6.3574867, memory.difficulty(), 1e-6);
    }

    @Test
    void goldenHistories() {
        Goldens.histories()
                .forEach((name, lines) -> {
                    Memory memory = null;
                    for (var line : lines) {
                        memory =
                                memory == null
                                        ? model.first(line.rating())
                                        : model.next(memory, line.rating(), line.elapsedDays());
                        assertEquals(
                                line.stability(),
                                memory.stability(),
                                line.stability() * 1e-11,
                                name);
                        assertEquals(line.difficulty(), memory.difficulty(), 1e-11, name);
                    }
                });
    }

    @Test
    void stabilityIsTheDaysUntilNinetyPercent() {
        for (double stability : new double[] {0.01, 1, 7, 365}) {
            assertEquals(stability, model.interval(stability, 0.9), stability * 1e-9);
        }
    }

    @Test
    void laterRecallStrengthensMoreAndEveryRecallStrengthens() {
        everyMemory(memory -> {
            double before = memory.stability();
            for (int days : new int[] {0, 1, 2, 5, 20, 100, 1000}) {
                double after = model.next(memory, Rating.GOOD, days).stability();
                assertTrue(after >= before, () -> memory + " after " + days + " days");
                before = after;
            }
        });
    }

    @Test
    void betterRatingNeverLeavesLessStabilityOrMoreDifficulty() {
        everyMemory(memory -> {
            for (int days : new int[] {0, 1, 30, 3000}) {
                var after =
                        Stream.of(Rating.values()).map(r -> model.next(memory, r, days)).toList();
                for (int i = 1; i < after.size(); i++) {
                    assertTrue(after.get(i).stability() >= after.get(i - 1).stability());
                    assertTrue(after.get(i).difficulty() <= after.get(i - 1).difficulty());
                }
            }
        });
    }

    @Test
    void forgettingNeverStrengthens() {
        everyMemory(memory -> {
            for (int days : new int[] {0, 1, 10, 10_000}) {
                double after = model.next(memory, Rating.AGAIN, days).stability();
                assertTrue(after <= memory.stability(), () -> memory + " after " + days + " days");
            }
        });
    }

    @Test
    void memoryOutOfBoundsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Memory(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new Memory(Double.NaN, 5));
        assertThrows(IllegalArgumentException.class, () -> new Memory(5, 10.5));
        assertThrows(IllegalArgumentException.class, () -> new Memory(5, Double.NaN));
    }

    private static void everyMemory(Consumer<Memory> check) {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 2_000; i++) {
            check.accept(
                    new Memory(
                            Math.pow(10, random.nextDouble(-3, 4.56)), random.nextDouble(1, 10)));
        }
    }

    private static double[] byRating(Function<Rating, Double> value) {
        return Arrays.stream(Rating.values()).mapToDouble(value::apply).toArray();
    }

    private static double[] each(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }
}
