package descent.game.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A game at one moment. Times are times of play: they begin with the game, and pauses do not count.
 */
public sealed interface Game permits Pairs, QuickMaths, Typing, Spelling {
    /**
     * The game after the player's deed.
     *
     * @throws RefusedMove for what the rules do not allow, or nobody can do so fast
     */
    Game play(Move.Deed deed, Duration at);

    /** What a pause leaves of it: whatever lay open is given up, so that nobody can think on. */
    Game interrupted(Duration at);

    /** After so much time of play it is over, whatever has been reached. */
    Duration limit();

    boolean isOver(Duration at);

    Result result(Duration at);

    /**
     * Chooses all that a game consists of.
     *
     * @throws RefusedMove when the course has too few terms
     */
    static List<Item> deal(GameKind kind, List<Word> words, Random chance) {
        return switch (kind) {
            case PAIRS -> Pairs.deal(words, chance);
            case MATHS -> MathsItems.deal(chance);
            case TYPING -> Typing.deal(words, chance);
            case WORDS -> Spelling.deal(words, chance);
        };
    }

    /** The beginning of a game with what was dealt. */
    static Game of(GameKind kind, List<Item> dealt) {
        return switch (kind) {
            case PAIRS -> Pairs.of(dealt);
            case MATHS -> QuickMaths.of(dealt);
            case TYPING -> Typing.of(dealt);
            case WORDS -> Spelling.of(dealt);
        };
    }

    static RefusedMove unfit(GameKind kind, Move.Deed deed) {
        return new RefusedMove(
                "%s has no move \"%s\"."
                        .formatted(
                                kind.title(),
                                deed.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    }

    static RefusedMove tooFast() {
        return new RefusedMove("Nobody can do that so fast. The move does not count.");
    }

    /** The items in an order of chance; as many as there are, at most so many. */
    static <T> List<T> some(List<T> items, int most, Random chance) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, chance);
        return List.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
    }
}
