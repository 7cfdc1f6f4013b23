package descent.game;

import descent.course.material.Course;
import descent.game.rules.Game;
import descent.game.rules.GameKind;
import descent.game.rules.RefusedMove;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

/**
 * Deals a new game. One under way of the same kind ends: over by time it counts, else it is gone.
 */
@ApplicationScoped
class StartGame {
    static final Limit STARTS = new Limit.PerWindow(120, Duration.ofHours(1));

    private final GameTable table;
    private final Throttle throttle;
    private final Random seeds = new SecureRandom();

    StartGame(GameTable table, Throttle throttle) {
        this.table = table;
        this.throttle = throttle;
    }

    /**
     * @throws Problem 409 when the course has too few terms for the game; 429
     */
    @Transactional
    UUID start(UUID person, Course course, GameKind kind) {
        throttle.take("game " + person, STARTS);
        var now = table.now();
        for (var open : PlayedGame.open(person, course.id(), kind)) {
            table.settle(open, table.replay(open, PlayedMove.of(open)), now);
            if (!open.isOver()) {
                open.delete();
            }
        }
        try {
            var dealt = Game.deal(kind, CourseWords.of(course), new Random(seeds.nextLong()));
            var game = new PlayedGame(person, course.id(), kind, table.written(dealt), now);
            game.persist();
            return game.id;
        } catch (RefusedMove e) {
            throw Problem.conflict(String.valueOf(e.getMessage()));
        }
    }
}
