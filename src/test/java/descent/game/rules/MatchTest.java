package descent.game.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.game.rules.Move.Answer;
import descent.game.rules.Move.Keys;
import descent.game.rules.Move.Pause;
import descent.game.rules.Move.Resume;
import descent.game.rules.Move.Skip;
import descent.game.rules.Move.Turn;
import descent.testing.SecondLane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SecondLane
class MatchTest {
    private static final Instant BEGIN = Instant.parse("2026-11-26T09:00:00Z");

    private record Logged(Move move, Instant at) {}

    private static Instant after(long seconds) {
        return BEGIN.plusSeconds(seconds);
    }

    private static Match begun(GameKind kind) {
        return Match.begin(Words.begun(kind, 1), BEGIN);
    }

    @Test
    void clockStandsStillInAPause() {
        var match = begun(GameKind.MATHS).play(new Pause(), after(10));
        assertEquals(Duration.ofSeconds(10), match.played(after(500)));
        match = match.play(new Resume(), after(1000));
        assertFalse(match.isOver(after(1049)));
        assertTrue(match.isOver(after(1050)));
    }

    @Test
    void nothingIsPlayedInAPause() {
        var paused = begun(GameKind.PAIRS).play(new Pause(), after(1));
        assertThrows(RefusedMove.class, () -> paused.play(new Turn(0), after(2)));
    }

    @Test
    void fourthPauseIsRefused() {
        var match = begun(GameKind.PAIRS);
        for (int i = 1; i <= 3; i++) {
            match = match.play(new Pause(), after(10 * i)).play(new Resume(), after(10 * i + 5));
        }
        var last = match;
        assertThrows(RefusedMove.class, () -> last.play(new Pause(), after(99)));
    }

    @Test
    void nothingIsPlayedAfterTheEnd() {
        var match = begun(GameKind.MATHS);
        assertThrows(RefusedMove.class, () -> match.play(new Skip(), after(60)));
    }

    /** Whatever is sent: a game ends, its score is never below 0, and its log leads to it again. */
    @ParameterizedTest
    @EnumSource
    void randomPlayEndsAndReplaysToTheSame(GameKind kind) {
        for (int seed = 0; seed < 100; seed++) {
            var chance = new Random(seed);
            var begun = Match.begin(Words.begun(kind, seed), BEGIN);
            var match = begun;
            var now = BEGIN;
            var log = new ArrayList<Logged>();
            while (!match.isOver(now)) {
                assertTrue(log.size() < 20_000, "no end in sight");
                now = now.plusMillis(chance.nextInt(3_000));
                var move = any(match, chance);
                try {
                    match = match.play(move, now);
                    log.add(new Logged(move, now));
                } catch (RefusedMove refused) {
                    assertFalse(refused.getMessage().isEmpty());
                }
            }
            var again = begun;
            for (var logged : log) {
                again = again.play(logged.move(), logged.at());
            }
            assertEquals(match, again);
            assertTrue(match.game().result(match.played(now)).score() >= 0);
        }
    }

    private static Move any(Match match, Random chance) {
        if (match.isPaused()) {
            return new Resume();
        }
        return switch (chance.nextInt(8)) {
            case 0 -> new Pause();
            case 1 -> new Skip();
            case 2 -> new Answer(String.valueOf(chance.nextInt(-20, 100)));
            case 3 -> new Keys("ab\bc");
            case 4, 5 -> new Turn(chance.nextInt(-1, 13));
            default -> sensible(match.game(), chance);
        };
    }

    private static Move sensible(Game game, Random chance) {
        return switch (game) {
            case Pairs _ -> new Turn(chance.nextInt(12));
            case QuickMaths maths -> new Answer(maths.question().answer());
            case Typing typing -> new Keys(typing.line().text());
            case Spelling words -> new Answer(words.word().answer());
        };
    }
}
