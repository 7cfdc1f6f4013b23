package descent.game.rules;

import descent.game.rules.Result.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Cards face down, two of which belong together: a term and its definition. Two that do not stay
 * open until the next is turned.
 *
 * @param open those that lie open and belong to no pair found
 * @param last when the last card was turned
 */
public record Pairs(
        List<Item> cards, List<Integer> open, Set<Integer> found, int misses, Duration last)
        implements Game {
    static final int MOST = 6;
    static final int FEWEST = 3;
    static final int LONGEST = 110;
    static final Duration FASTEST = Duration.ofMillis(80);
    static final Duration LIMIT = Duration.ofMinutes(10);

    public Pairs {
        cards = List.copyOf(cards);
        open = List.copyOf(open);
        found = Set.copyOf(found);
    }

    static List<Item> deal(List<Word> words, Random chance) {
        var fit = words.stream().filter(word -> word.firstSentence().length() <= LONGEST).toList();
        if (fit.size() < FEWEST) {
            throw new RefusedMove(
                    "This course has too few terms with a short definition for this game: %d of at least %d."
                            .formatted(fit.size(), FEWEST));
        }
        var cards =
                Game.some(fit, MOST, chance).stream()
                        .flatMap(word ->
                                Stream.of(
                                        card("Term", word.term(), word),
                                        card("Definition", word.firstSentence(), word)))
                        .toList();
        return Game.some(cards, cards.size(), chance);
    }

    private static Item card(String task, String text, Word word) {
        return new Item(task, text, "", List.of(word.term()), 1);
    }

    static Pairs of(List<Item> dealt) {
        return new Pairs(dealt, List.of(), Set.of(), 0, FASTEST.negated());
    }

    @Override
    public Pairs play(Move.Deed deed, Duration at) {
        if (!(deed instanceof Move.Turn(int card))) {
            throw Game.unfit(GameKind.PAIRS, deed);
        }
        if (card < 0 || card >= cards.size()) {
            throw new RefusedMove(
                    "There are cards 1 to %d, not %d.".formatted(cards.size(), card + 1));
        }
        if (found.contains(card) || open.size() == 1 && open.contains(card)) {
            throw new RefusedMove("This card lies open already.");
        }
        if (at.minus(last).compareTo(FASTEST) < 0) {
            throw Game.tooFast();
        }
        return open.size() == 1
                ? second(card, at)
                : new Pairs(cards, List.of(card), found, misses, at);
    }

    private Pairs second(int card, Duration at) {
        int first = open.getFirst();
        if (!cards.get(first).answer().equals(cards.get(card).answer())) {
            return new Pairs(cards, List.of(first, card), found, misses + 1, at);
        }
        var more = new TreeSet<>(found);
        more.addAll(List.of(first, card));
        return new Pairs(cards, List.of(), more, misses, at);
    }

    /** A card that was looked at alone is a miss. */
    @Override
    public Pairs interrupted(Duration at) {
        return new Pairs(cards, List.of(), found, misses + open.size() % 2, last);
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public boolean isOver(Duration at) {
        return found.size() == cards.size() || at.compareTo(LIMIT) >= 0;
    }

    @Override
    public Result result(Duration at) {
        var end = found.size() == cards.size() ? last : at.compareTo(LIMIT) < 0 ? at : LIMIT;
        int pairs = found.size() / 2;
        long score = Math.max(0, 100L * pairs - 10L * misses - end.toSeconds() / 2);
        return new Result(
                (int) score,
                List.of(
                        new Figure("Pairs", "%d of %d".formatted(pairs, cards.size() / 2)),
                        new Figure("Misses", String.valueOf(misses)),
                        new Figure("Time", "%d s".formatted(end.toSeconds()))),
                List.of(),
                List.of());
    }
}
