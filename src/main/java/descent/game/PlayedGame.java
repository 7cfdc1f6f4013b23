package descent.game;

import descent.game.rules.GameKind;
import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A game somebody plays or has played. Who adds a move locks this row first. */
@Entity
@Table(name = "game")
class PlayedGame extends PanacheEntityBase {
    @Id public UUID id;

    public UUID personId;
    public String courseId;

    @Enumerated(EnumType.STRING)
    public GameKind kind;

    /** All that the game consists of, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String dealt;

    public Instant begunAt;
    public @Nullable Instant endedAt;
    public @Nullable Integer score;

    protected PlayedGame() {}

    PlayedGame(UUID personId, String courseId, GameKind kind, String dealt, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.courseId = courseId;
        this.kind = kind;
        this.dealt = dealt;
        this.begunAt = now;
    }

    /**
     * Held until the transaction ends.
     *
     * @throws Problem 404 when there is none, or it is another's
     */
    static PlayedGame locked(UUID id, UUID personId, String courseId, GameKind kind) {
        var game =
                PlayedGame.<PlayedGame>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .filter(found -> found.courseId.equals(courseId) && found.kind == kind)
                        .orElseThrow(() -> Problem.notFound("game"));
        if (!game.personId.equals(personId)) {
            throw Problem.notYours("game");
        }
        return game;
    }

    /** Those under way, locked; the latest first. */
    static List<PlayedGame> open(UUID personId, String courseId, GameKind kind) {
        return PlayedGame.<PlayedGame>find(
                        "personId = ?1 and courseId = ?2 and kind = ?3 and endedAt is null order by begunAt desc",
                        personId,
                        courseId,
                        kind)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static Optional<PlayedGame> latestOpen(UUID personId, String courseId, GameKind kind) {
        return find(
                        "personId = ?1 and courseId = ?2 and kind = ?3 and endedAt is null order by begunAt desc",
                        personId,
                        courseId,
                        kind)
                .firstResultOptional();
    }

    static Optional<Integer> best(UUID personId, String courseId, GameKind kind) {
        return PlayedGame.<PlayedGame>find(
                        "personId = ?1 and courseId = ?2 and kind = ?3 and endedAt is not null order by score desc",
                        personId,
                        courseId,
                        kind)
                .firstResultOptional()
                .flatMap(game -> Optional.ofNullable(game.score));
    }

    boolean isOver() {
        return endedAt != null;
    }

    void end(int points, Instant now) {
        score = points;
        endedAt = now;
    }
}
