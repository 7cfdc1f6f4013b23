package descent.flashcard.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyDaysTest {
    @ParameterizedTest
    @CsvSource({
        "UTC,                 2026-11-22T03:59:59Z, 2026-11-21",
        "UTC,                 2026-11-22T04:00:00Z, 2026-11-22",
        "Pacific/Auckland,    2026-11-21T16:00:00Z, 2026-11-22",
        "America/Los_Angeles, 2026-11-22T11:59:59Z, 2026-11-21",
        "Europe/Berlin,       2026-03-29T01:30:00Z, 2026-03-28",
        "Europe/Berlin,       2026-10-25T02:59:59Z, 2026-10-24",
    })
    void dayBeginsAtFourInTheLearnersZone(ZoneId zone, Instant at, LocalDate day) {
        assertEquals(day, new StudyDays(zone).moment(at).day());
    }

    @Test
    void everyDayHasItsBeginning() {
        for (var zone :
                new String[] {"Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe"}) {
            var days = new StudyDays(ZoneId.of(zone));
            for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
                var start = days.startOf(day);
                assertEquals(day, days.moment(start).day());
                assertEquals(day.minusDays(1), days.moment(start.minusMillis(1)).day());
            }
        }
    }

    @Test
    void daysAreCountedAcrossTheChangeOfClocks() {
        var days = new StudyDays(ZoneId.of("Europe/Berlin"));
        var before = days.moment(Instant.parse("2026-03-28T22:30:00Z"));
        var after = days.moment(Instant.parse("2026-03-29T20:30:00Z"));
        assertEquals(1, after.daysSince(before));
        assertEquals(0, before.daysSince(after));
    }
}
