package descent.progress.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StudyTimeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    private static StudyTime at(String... moments) {
        return StudyTime.of(
                Stream.of(moments).map(Instant::parse).toList(),
                at -> at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static StudyTime daysAgo(int... days) {
        return StudyTime.of(
                Arrays.stream(days)
                        .sorted()
                        .mapToObj(
                                ago -> TODAY.minusDays(ago).atTime(12, 0).toInstant(ZoneOffset.UTC))
                        .sorted()
                        .toList(),
                at -> at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    @Test
    void deedsCloseTogetherAreOneStretch() {
        var time = at("2026-11-26T10:00:00Z", "2026-11-26T10:07:00Z", "2026-11-26T10:17:00Z");
        assertEquals(Duration.ofMinutes(19), time.on(TODAY));
    }

    @Test
    void longerPauseBeginsAnotherStretch() {
        var time = at("2026-11-26T10:00:00Z", "2026-11-26T10:10:01Z");
        assertEquals(Duration.ofMinutes(4), time.on(TODAY));
    }

    @Test
    void weekIsTheSumOfItsDays() {
        var time = at("2026-11-24T10:00:00Z", "2026-11-26T10:00:00Z");
        assertEquals(4, time.minutes(TODAY.minusDays(6), TODAY));
        assertEquals(2, time.days(TODAY.minusDays(6), TODAY));
        assertEquals(2, time.minutes(TODAY, TODAY));
    }

    @Test
    void streakForgivesTwoDaysAndNotThree() {
        assertEquals(3, daysAgo(0, 3, 4).streak(TODAY));
        assertEquals(1, daysAgo(0, 4, 5).streak(TODAY));
    }

    @Test
    void todayIsNotOver() {
        assertEquals(2, daysAgo(3, 4).streak(TODAY));
        assertEquals(0, daysAgo(4, 5).streak(TODAY));
        assertEquals(0, daysAgo().streak(TODAY));
    }

    @Test
    void nothingDoneIsNoTime() {
        assertEquals(Duration.ZERO, StudyTime.of(List.of(), _ -> TODAY).on(TODAY));
    }
}
