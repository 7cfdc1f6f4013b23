package descent.game.rules;

import descent.game.rules.Result.Figure;
import descent.game.rules.Result.Missed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Questions against the clock, harder as they are answered.
 *
 * @param asked how many questions of each level were asked, the one on the screen not among them
 * @param streak right answers in a row on this level
 * @param shown when the question on the screen appeared
 * @param said of the question before; null at the beginning and after a pause
 */
public record QuickMaths(
        List<Item> items,
        List<Integer> asked,
        int level,
        int streak,
        int right,
        int points,
        List<Missed> missed,
        Duration shown,
        @Nullable Said said)
        implements Game {
    static final Duration LIMIT = Duration.ofSeconds(60);

    public static final int LEVELS = 8;
    static final int STREAK = 3;
    static final Duration FASTEST = Duration.ofMillis(400);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,12}\\.?|\\d{0,12}\\.\\d{1,12})");

    public QuickMaths {
        items = List.copyOf(items);
        asked = List.copyOf(asked);
        missed = List.copyOf(missed);
    }

    static QuickMaths of(List<Item> dealt) {
        var none = IntStream.range(0, LEVELS).mapToObj(_ -> 0).toList();
        return new QuickMaths(dealt, none, 1, 0, 0, 0, List.of(), Duration.ZERO, null);
    }

    /** What is asked now; should a level ever run out of questions, it begins anew. */
    public Item question() {
        var ofLevel = items.stream().filter(item -> item.level() == level).toList();
        return ofLevel.get(asked.get(level - 1) % ofLevel.size());
    }

    @Override
    public QuickMaths play(Move.Deed deed, Duration at) {
        return switch (deed) {
            case Move.Answer(var text) -> answered(number(text), text.strip(), at);
            case Move.Skip _ -> missed("", at);
            case Move.Turn _, Move.Keys _ -> throw Game.unfit(GameKind.MATHS, deed);
        };
    }

    private QuickMaths answered(BigDecimal number, String text, Duration at) {
        if (at.minus(shown).compareTo(FASTEST) < 0) {
            throw Game.tooFast();
        }
        var question = question();
        if (number.compareTo(new BigDecimal(question.answer())) != 0) {
            return missed(text, at);
        }
        boolean up = streak + 1 == STREAK && level < LEVELS;
        return new QuickMaths(
                items,
                oneMoreAsked(),
                up ? level + 1 : level,
                up ? 0 : streak + 1,
                right + 1,
                points + 10 * level,
                missed,
                at,
                new Said(true, question.text(), question.answer()));
    }

    private QuickMaths missed(String typed, Duration at) {
        var question = question();
        var more = new ArrayList<>(missed);
        more.add(new Missed(question.text(), typed, question.answer()));
        return new QuickMaths(
                items,
                oneMoreAsked(),
                Math.max(1, level - 1),
                0,
                right,
                points,
                more,
                at,
                new Said(false, question.text(), question.answer()));
    }

    private List<Integer> oneMoreAsked() {
        var more = new ArrayList<>(asked);
        more.set(level - 1, asked.get(level - 1) + 1);
        return more;
    }

    /** Another question of the same level; the time spent on this one is gone. */
    @Override
    public QuickMaths interrupted(Duration at) {
        return new QuickMaths(
                items, oneMoreAsked(), level, streak, right, points, missed, at, null);
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public boolean isOver(Duration at) {
        return at.compareTo(LIMIT) >= 0;
    }

    @Override
    public Result result(Duration at) {
        return new Result(
                points,
                List.of(
                        new Figure("Right", String.valueOf(right)),
                        new Figure("Missed", String.valueOf(missed.size())),
                        new Figure("Level at the end", "%d of %d".formatted(level, LEVELS))),
                missed,
                List.of());
    }

    private static BigDecimal number(String text) {
        var plain = text.strip().replace('−', '-').replace(',', '.');
        if (!NUMBER.matcher(plain).matches()) {
            throw new RefusedMove("An answer is a number such as 12, -3 or 0.25.");
        }
        return new BigDecimal(plain);
    }
}
