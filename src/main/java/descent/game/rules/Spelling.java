package descent.game.rules;

import descent.game.rules.Result.Figure;
import descent.game.rules.Result.Missed;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The glossary's words, hidden in three ways, one after the other.
 *
 * @param next the index of the word on the screen
 * @param done how many were found or given up
 * @param tries wrong ones at the word on the screen
 * @param shown when it appeared
 * @param said of the word before, or of a wrong try at this one
 */
public record Spelling(
        List<Item> items,
        int next,
        int done,
        int tries,
        int found,
        int points,
        List<Missed> missed,
        Duration shown,
        Duration last,
        @Nullable Said said)
        implements Game {
    static final int WORDS = 10;
    static final int SPARE = Match.PAUSES;
    static final int FEWEST = 3;
    static final int FULL = 100;
    static final int LEAST = 20;
    static final int A_TRY = 25;
    static final Duration FREE = Duration.ofSeconds(5);
    static final Duration FASTEST = Duration.ofMillis(400);
    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final int LONGEST_ANSWER = 100;

    public Spelling {
        items = List.copyOf(items);
        missed = List.copyOf(missed);
    }

    static List<Item> deal(List<Word> words, Random chance) {
        var fit = words.stream().filter(Hidden::isFit).toList();
        if (fit.size() < FEWEST) {
            throw new RefusedMove(
                    "This course has too few terms for this game: %d of at least %d."
                            .formatted(fit.size(), FEWEST));
        }
        var some = Game.some(fit, WORDS + SPARE, chance);
        var items = new ArrayList<Item>();
        for (int i = 0; i < some.size(); i++) {
            items.add(Hidden.of(some.get(i), i % 3, chance));
        }
        return items;
    }

    static Spelling of(List<Item> dealt) {
        return new Spelling(dealt, 0, 0, 0, 0, 0, List.of(), Duration.ZERO, Duration.ZERO, null);
    }

    /** A course with few words has no spare ones: after a pause the first come again. */
    public Item word() {
        return items.get(next % items.size());
    }

    public int of() {
        return Math.min(WORDS, items.size());
    }

    @Override
    public Spelling play(Move.Deed deed, Duration at) {
        return switch (deed) {
            case Move.Answer(var text) -> answered(text.strip(), at);
            case Move.Skip _ -> givenUp(at);
            case Move.Turn _, Move.Keys _ -> throw Game.unfit(GameKind.WORDS, deed);
        };
    }

    private Spelling answered(String text, Duration at) {
        if (plain(text).isEmpty() || text.length() > LONGEST_ANSWER) {
            throw new RefusedMove(
                    "An answer is a word of at most %d letters.".formatted(LONGEST_ANSWER));
        }
        if (at.minus(shown).compareTo(FASTEST) < 0) {
            throw Game.tooFast();
        }
        var word = word();
        if (word.answers().stream().noneMatch(answer -> plain(answer).equals(plain(text)))) {
            return new Spelling(
                    items,
                    next,
                    done,
                    tries + 1,
                    found,
                    points,
                    missed,
                    shown,
                    at,
                    new Said(false, text, ""));
        }
        return after(found + 1, points + worth(at), missed, true, at);
    }

    private Spelling givenUp(Duration at) {
        var more = new ArrayList<>(missed);
        more.add(new Missed(word().text(), "", word().answer()));
        return after(found, points, more, false, at);
    }

    private Spelling after(int found, int points, List<Missed> missed, boolean right, Duration at) {
        return new Spelling(
                items,
                next + 1,
                done + 1,
                0,
                found,
                points,
                missed,
                at,
                at,
                new Said(right, word().text(), word().answer()));
    }

    /** What the word on the screen is worth at this time. */
    int worth(Duration at) {
        long slow = Math.max(0, at.minus(shown).minus(FREE).toSeconds());
        return (int) Math.max(LEAST, FULL - 2 * slow - (long) A_TRY * tries);
    }

    /** Another word, and this one is not asked again; wrong tries stay. */
    @Override
    public Spelling interrupted(Duration at) {
        return new Spelling(items, next + 1, done, tries, found, points, missed, at, last, null);
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public boolean isOver(Duration at) {
        return done == of() || at.compareTo(LIMIT) >= 0;
    }

    @Override
    public Result result(Duration at) {
        var end = done == of() ? last : at.compareTo(LIMIT) < 0 ? at : LIMIT;
        return new Result(
                points,
                List.of(
                        new Figure("Words found", "%d of %d".formatted(found, of())),
                        new Figure("Time", "%d s".formatted(end.toSeconds()))),
                missed,
                List.of());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
