package descent.game;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.activity.Activity.GameFinished;
import descent.activity.ActivityLog;
import descent.game.rules.Game;
import descent.game.rules.Item;
import descent.game.rules.Match;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Plays the logs of games again, and writes down what a game came to once it is over. */
@ApplicationScoped
class GameTable {
    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

    private final ActivityLog activities;
    private final ObjectMapper json;
    private final Clock clock;

    GameTable(ActivityLog activities, ObjectMapper json, Clock clock) {
        this.activities = activities;
        this.json = json;
        this.clock = clock;
    }

    /** The database keeps no finer times: a replay must see the same. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where the log of a game has led to. */
    Match replay(PlayedGame game, List<PlayedMove> moves) {
        var match = Match.begin(Game.of(game.kind, dealt(game)), game.begunAt);
        for (var move : moves) {
            match = match.play(move.asMove(), move.at);
        }
        return match;
    }

    /** Ends the game when it is over; called under its lock. */
    void settle(PlayedGame game, Match match, Instant now) {
        if (!game.isOver() && match.isOver(now)) {
            int score = match.game().result(match.played(now)).score();
            game.end(score, now);
            activities.record(
                    new GameFinished(game.personId, game.courseId, game.kind.id(), score));
        }
    }

    String written(List<Item> items) {
        return json.valueToTree(items).toString();
    }

    private List<Item> dealt(PlayedGame game) {
        try {
            return json.readValue(game.dealt, ITEMS);
        } catch (JacksonException e) {
            throw new IllegalStateException("what was dealt in game " + game.id, e);
        }
    }
}
