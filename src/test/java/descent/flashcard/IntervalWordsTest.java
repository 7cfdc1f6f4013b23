package descent.flashcard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.flashcard.scheduling.Due;
import descent.flashcard.scheduling.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalWordsTest {
    private static final Moment NOW =
            new Moment(Instant.parse("2026-11-22T12:00:00Z"), LocalDate.of(2026, 11, 22));

    @ParameterizedTest
    @CsvSource({
        "1, 1 day",
        "4, 4 days",
        "30, 30 days",
        "46, 1.5 months",
        "61, 2 months",
        "366, 1 year",
        "498, 1.4 years",
        "36500, 99.9 years"
    })
    void days(int days, String words) {
        assertEquals(words, IntervalWords.until(new Due.On(NOW.day().plusDays(days)), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1 minute",
        "60, 1 minute",
        "330, 6 minutes",
        "600, 10 minutes",
        "3600, 1 hour",
        "9000, 3 hours"
    })
    void withinADay(long seconds, String words) {
        assertEquals(
                words,
                IntervalWords.until(new Due.At(NOW.at().plus(Duration.ofSeconds(seconds))), NOW));
    }
}
