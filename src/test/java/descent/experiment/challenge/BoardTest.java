package descent.experiment.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.experiment.challenge.Board.Result;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CEM = UUID.randomUUID();
    private static final UUID DEA = UUID.randomUUID();

    private static Result result(UUID person, String name, Appearance as, double score, int at) {
        return new Result(person, name, as, score, Instant.ofEpochSecond(at));
    }

    private static List<String> words(Board board) {
        return board.lines().stream()
                .map(line ->
                        "%d %s %.0f%s"
                                .formatted(
                                        line.place(),
                                        line.name(),
                                        line.score(),
                                        line.own() ? " own" : ""))
                .toList();
    }

    @Test
    void everyoneStandsThereOnceWithTheBestAndEqualsShareAPlace() {
        var results =
                List.of(
                        result(ADA, "Ada", Appearance.NAMED, 25, 9),
                        result(ADA, "Ada", Appearance.NAMED, 33, 1),
                        result(BEN, "Ben", Appearance.NAMED, 25, 3),
                        result(CEM, "Cem", Appearance.NAMED, 57, 2),
                        result(DEA, "Dea", Appearance.NAMED, 21, 8));
        assertEquals(
                List.of("1 Dea 21", "2 Ben 25", "2 Ada 25", "4 Cem 57 own"),
                words(Board.of(results, true, CEM)));
        assertEquals(
                List.of("1 Cem 57 own", "2 Ada 33", "3 Ben 25", "4 Dea 21"),
                words(Board.of(results, false, CEM)));
    }

    @Test
    void nameIsShownToItsOwnerAloneAndWhoIsAbsentToNobody() {
        var results =
                List.of(
                        result(ADA, "Ada", Appearance.UNNAMED, 1, 1),
                        result(BEN, "Ben", Appearance.ABSENT, 2, 2),
                        result(CEM, "Cem", Appearance.NAMED, 3, 3));
        assertEquals(List.of("1  1", "2 Cem 3 own"), words(Board.of(results, true, CEM)));
        assertEquals(List.of("1 Ada 1 own", "2 Cem 3"), words(Board.of(results, true, ADA)));
        assertEquals(List.of("1  1", "2 Cem 3"), words(Board.of(results, true, BEN)));
    }
}
