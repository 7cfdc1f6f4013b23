package descent.game.rules;

import descent.game.rules.Result.Figure;
import descent.game.rules.Result.KeyHits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Lines to be typed without a mistake left in them. What was typed comes as its keys, so that speed
 * and accuracy are counted here.
 *
 * @param done how many lines were typed
 * @param next the index of the line on the screen
 * @param characters of the lines that were typed
 * @param keys by the character that was meant: how often it was meant, how often another was hit
 * @param shown when the line on the screen appeared
 */
public record Typing(
        List<Item> lines,
        int done,
        int next,
        int characters,
        Map<Character, Hits> keys,
        Duration shown,
        Duration last)
        implements Game {
    /** A step back. */
    public static final char BACK = '\b';

    static final int LINES = 4;
    static final int SPARE = Match.PAUSES;
    static final int CHARACTERS_A_WORD = 5;
    static final Duration LIMIT = Duration.ofMinutes(10);

    /** In a second; the fastest typists of the world keep up about 17 for a minute. */
    static final int FASTEST = 20;

    static final int MOST_KEYS = 2_000;
    static final int SHORTEST = 30;
    static final int LONGEST = 130;

    /** How a step, a layer and a loss look as code. */
    static final List<String> CODE =
            List.of(
                    "w = w - rate * gradient",
                    "velocity = 0.9 * velocity + gradient",
                    "loss = mean((prediction - target) ** 2)",
                    "for epoch in range(epochs): train(batches)",
                    "hidden = relu(inputs @ weights + bias)",
                    "delta = (output - target) * output * (1 - output)",
                    "gradient = [g / max(1, norm / limit) for g in gradient]",
                    "rate = base * 0.5 * (1 + cos(pi * step / steps))",
                    "m = beta1 * m + (1 - beta1) * g",
                    "s = beta2 * s + (1 - beta2) * g * g",
                    "w -= rate * m_hat / (sqrt(s_hat) + eps)",
                    "weights = normal(0, sqrt(2 / inputs))");

    record Hits(int meant, int missed) {
        static final Hits NONE = new Hits(0, 0);

        Hits and(boolean right) {
            return new Hits(meant + 1, missed + (right ? 0 : 1));
        }
    }

    public Typing {
        lines = List.copyOf(lines);
        keys = Map.copyOf(keys);
    }

    /** Definitions and code take turns; some more than are typed, for pauses. */
    static List<Item> deal(List<Word> words, Random chance) {
        var meanings =
                words.stream().map(Word::firstSentence).filter(Typing::isFit).distinct().toList();
        var some = Game.some(meanings, LINES, chance);
        var code = Game.some(CODE, LINES + SPARE, chance);
        var lines = new ArrayList<Item>();
        for (int i = 0; i < LINES + SPARE; i++) {
            lines.add(
                    i % 2 == 0 && i / 2 < some.size()
                            ? line("Definition", some.get(i / 2))
                            : line("Code", code.get(i)));
        }
        return lines;
    }

    /** What every keyboard can type. */
    private static boolean isFit(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static Item line(String task, String text) {
        return new Item(task, text, "", List.of(text), 1);
    }

    static Typing of(List<Item> dealt) {
        return new Typing(dealt, 0, 0, 0, Map.of(), Duration.ZERO, Duration.ZERO);
    }

    public Item line() {
        return lines.get(Math.min(next, lines.size() - 1));
    }

    public int of() {
        return LINES;
    }

    @Override
    public Typing play(Move.Deed deed, Duration at) {
        if (!(deed instanceof Move.Keys(var typed))) {
            throw Game.unfit(GameKind.TYPING, deed);
        }
        var text = line().text();
        long fastest = 1_000L * text.length() / FASTEST;
        if (at.minus(shown).toMillis() < fastest) {
            throw Game.tooFast();
        }
        if (typed.length() > MOST_KEYS) {
            throw new RefusedMove("A line takes at most %,d keys.".formatted(MOST_KEYS));
        }
        var hits = counted(text, typed);
        return new Typing(lines, done + 1, next + 1, characters + text.length(), hits, at, at);
    }

    /** Follows the keys one by one. */
    private Map<Character, Hits> counted(String text, String typed) {
        var hits = new TreeMap<>(keys);
        var line = new StringBuilder();
        for (char key : typed.toCharArray()) {
            if (key == BACK) {
                line.setLength(Math.max(0, line.length() - 1));
                continue;
            }
            if (line.length() < text.length()) {
                char meant = text.charAt(line.length());
                hits.put(meant, hits.getOrDefault(meant, Hits.NONE).and(key == meant));
            }
            line.append(key);
        }
        if (!line.toString().equals(text)) {
            throw new RefusedMove("The line is not typed to its end without a mistake.");
        }
        return hits;
    }

    /** Another line; the time spent on this one is gone. */
    @Override
    public Typing interrupted(Duration at) {
        return new Typing(lines, done, next + 1, characters, keys, at, last);
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public boolean isOver(Duration at) {
        return done == LINES || at.compareTo(LIMIT) >= 0;
    }

    @Override
    public Result result(Duration at) {
        double minutes = (done == LINES ? last : at).toMillis() / 60_000.0;
        double words = done == 0 ? 0 : characters / (CHARACTERS_A_WORD * minutes);
        int meant = keys.values().stream().mapToInt(Hits::meant).sum();
        int missed = keys.values().stream().mapToInt(Hits::missed).sum();
        double accuracy = meant == 0 ? 0 : 1 - (double) missed / meant;
        return new Result(
                (int) Math.round(words * accuracy),
                List.of(
                        new Figure("Words per minute", "%.0f".formatted(words)),
                        new Figure("Keys right", "%.1f %%".formatted(100 * accuracy)),
                        new Figure("Lines", "%d of %d".formatted(done, LINES))),
                List.of(),
                heat());
    }

    private List<KeyHits> heat() {
        return keys.entrySet().stream()
                .map(key ->
                        new KeyHits(
                                key.getKey() == ' ' ? "space" : key.getKey().toString(),
                                key.getValue().meant(),
                                key.getValue().missed()))
                .sorted(
                        Comparator.comparingDouble(
                                        (KeyHits key) -> -(double) key.missed() / key.meant())
                                .thenComparing(KeyHits::key))
                .toList();
    }
}
