package descent.game;

import descent.game.rules.GameKind;
import descent.game.rules.Match;
import descent.game.rules.RefusedMove;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes a move: the log grows, and the game goes on or ends. */
@ApplicationScoped
class PlayMove {
    private final GameTable table;

    PlayMove(GameTable table) {
        this.table = table;
    }

    /** Which game, and whose it must be. */
    record Address(UUID id, UUID person, String course, GameKind kind) {
        PlayedGame locked() {
            return PlayedGame.locked(id, person, course, kind);
        }
    }

    /**
     * A move as it was sent.
     *
     * @param number of the moves before it: the same move sent again changes nothing
     */
    record NewMove(int number, String move, String value) {}

    /** A game as it stands. */
    record Standing(PlayedGame game, Match match, int moves, Instant now) {}

    /** The game as it is now, ended if its time is over. */
    @Transactional
    Standing look(Address address) {
        return look(address.locked());
    }

    private Standing look(PlayedGame game) {
        var moves = PlayedMove.of(game);
        return standing(game, table.replay(game, moves), moves.size(), now(game, moves));
    }

    /**
     * @throws Problem 409 for a move that comes too late, or behind another; 422 for one that the
     *     rules refuse
     */
    @Transactional
    Standing play(Address address, NewMove sent) {
        var move = PlayedMove.read(sent.move(), sent.value());
        var game = address.locked();
        var moves = PlayedMove.of(game);
        if (isLast(sent, moves)) {
            return look(game);
        }
        var match = table.replay(game, moves);
        var now = now(game, moves);
        // Looked at after this was sent, or sent after the end: the page is told that it is over.
        if (match.isOver(now)) {
            return standing(game, match, moves.size(), now);
        }
        if (sent.number() != moves.size()) {
            throw Problem.conflict(
                    "This game was played on in another window. Load the page again to go on here.");
        }
        try {
            match = match.play(move, now);
        } catch (RefusedMove e) {
            throw Problem.unprocessable(String.valueOf(e.getMessage()), Map.of("field", "move"));
        }
        new PlayedMove(game.id, sent.number(), sent.move(), sent.value(), now).persist();
        return standing(game, match, moves.size() + 1, now);
    }

    private Standing standing(PlayedGame game, Match match, int moves, Instant now) {
        table.settle(game, match, now);
        return new Standing(game, match, moves, now);
    }

    private static boolean isLast(NewMove sent, List<PlayedMove> moves) {
        if (moves.isEmpty() || sent.number() != moves.size() - 1) {
            return false;
        }
        var last = moves.getLast();
        return last.move.equals(sent.move()) && last.value.equals(sent.value());
    }

    /** Never before the move before, should the clocks of two replicas differ. */
    private Instant now(PlayedGame game, List<PlayedMove> moves) {
        if (game.endedAt != null) {
            return game.endedAt;
        }
        var last = moves.isEmpty() ? game.begunAt : moves.getLast().at;
        var now = table.now();
        return now.isBefore(last) ? last : now;
    }
}
