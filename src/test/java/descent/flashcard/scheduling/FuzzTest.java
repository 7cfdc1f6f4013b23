package descent.flashcard.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzTest {
    /** From the spread's own rule, by hand. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "2, 2, 2",
        "3, 2, 4",
        "7, 5, 9",
        "10, 8, 12",
        "20, 17, 23",
        "100, 93, 107",
        "365, 345, 385"
    })
    void spreadAroundAnInterval(int days, int earliest, int latest) {
        assertEquals(new Fuzz(earliest, latest), Fuzz.around(days, 36_500));
    }

    @Test
    void spreadEndsAtTheMaximum() {
        assertEquals(new Fuzz(93, 100), Fuzz.around(100, 100));
        assertEquals(new Fuzz(50, 50), Fuzz.around(100, 50));
        assertEquals(new Fuzz(1, 1), Fuzz.around(2, 1));
    }

    @Test
    void everyDayOfTheSpreadIsPickedAboutEquallyOften() {
        var fuzz = Fuzz.around(100, 36_500);
        var picked = new int[fuzz.latest() + 1];
        for (int seed = 0; seed < 15_000; seed++) {
            picked[fuzz.pick(seed, 3)]++;
        }
        for (int day = fuzz.earliest(); day <= fuzz.latest(); day++) {
            assertTrue(900 < picked[day] && picked[day] < 1_100, "day " + day + ": " + picked[day]);
        }
    }

    @Test
    void sameCardAndReviewPickTheSameDay() {
        var fuzz = Fuzz.around(100, 36_500);
        assertEquals(fuzz.pick(42, 3), fuzz.pick(42, 3));
        long different = IntStream.range(0, 20).map(n -> fuzz.pick(42, n)).distinct().count();
        assertTrue(different > 5, "reviews of one card are spread differently: " + different);
    }
}
