package descent.game;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's games, as a part of what is known of them. */
@ApplicationScoped
class GameData implements PersonalData {
    record Part(List<Played> games, List<String> boardsLeft) {}

    record Played(
            String course,
            String game,
            Instant begun,
            Optional<Instant> ended,
            Optional<Integer> score,
            List<Moved> moves) {}

    record Moved(Instant at, String move, String value) {}

    @Override
    public String name() {
        return "games";
    }

    @Override
    public String kept() {
        return "Which games you played, with every move and its time, what you scored, and the courses whose boards you have left; until you delete the account. Others in the course see your name and best score on the board of a game, unless you leave it.";
    }

    @Override
    public Part export(UUID personId) {
        return new Part(
                PlayedGame.<PlayedGame>list("personId = ?1 order by begunAt", personId).stream()
                        .map(GameData::played)
                        .toList(),
                BoardLeft.<BoardLeft>list("key.personId = ?1 order by key.courseId", personId)
                        .stream()
                        .map(left -> left.key.courseId())
                        .toList());
    }

    private static Played played(PlayedGame game) {
        return new Played(
                game.courseId,
                game.kind.id(),
                game.begunAt,
                Optional.ofNullable(game.endedAt),
                Optional.ofNullable(game.score),
                PlayedMove.of(game).stream()
                        .map(move -> new Moved(move.at, move.move, move.value))
                        .toList());
    }
}
