package descent.game;

import descent.game.rules.Move;
import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A move of a game, as it was sent. */
@Entity
@Immutable
@Table(name = "game_move")
class PlayedMove extends PanacheEntityBase {
    @Embeddable
    record Key(UUID gameId, int number) {}

    @EmbeddedId public Key key;

    public String move;
    public String value;
    public Instant at;

    protected PlayedMove() {}

    PlayedMove(UUID gameId, int number, String move, String value, Instant at) {
        this.key = new Key(gameId, number);
        this.move = move;
        this.value = value;
        this.at = at;
    }

    static List<PlayedMove> of(PlayedGame game) {
        return list("key.gameId = ?1 order by key.number", game.id);
    }

    Move asMove() {
        return read(move, value);
    }

    /**
     * @throws Problem 422 for what is no move of any game
     */
    static Move read(String move, String value) {
        return switch (move) {
            case "turn" -> new Move.Turn(card(value));
            case "answer" -> new Move.Answer(value);
            case "keys" -> new Move.Keys(value);
            case "skip" -> new Move.Skip();
            case "pause" -> new Move.Pause();
            case "resume" -> new Move.Resume();
            default ->
                    throw Problem.unprocessable(
                            "A move is turn, answer, keys, skip, pause or resume.",
                            Map.of("field", "move"));
        };
    }

    private static int card(String value) {
        if (!value.matches("\\d{1,3}")) {
            throw Problem.unprocessable(
                    "A card is a whole number from 0 on.", Map.of("field", "value"));
        }
        return Integer.parseInt(value);
    }
}
