package descent.quiz.rules;

import descent.course.material.BankQuestion;
import descent.course.material.MockTest;
import descent.course.material.MockTest.Questions.Drawn;
import descent.course.material.MockTest.Questions.Fixed;
import descent.course.material.MockTest.Share;
import descent.question.chance.Chance;
import descent.question.drawn.DrawnQuestion;
import descent.quiz.rules.Bank.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the questions of an attempt by the blueprint of its test: those that somebody has seen
 * least often come first, among these chance decides.
 *
 * @param seen how often the learner has been asked a question, by its id
 */
public record QuestionDraw(Bank bank, Map<String, Long> seen, long seed) {
    /** A question in its place. */
    public record Placed(String lessonId, BigDecimal points, DrawnQuestion question) {}

    /** The bank does not hold what the test asks for. */
    public static final class PoolTooSmall extends RuntimeException {
        private static final long serialVersionUID = 1;

        PoolTooSmall(String message) {
            super(message);
        }
    }

    /** A place to be filled; without a share by any question. */
    private record Slot(@Nullable Share share) {
        boolean takes(BankQuestion question) {
            return share == null
                    || ((share.concept() == null || share.concept().equals(question.concept()))
                            && (share.difficulty() == null
                                    || share.difficulty() == question.difficulty()));
        }

        BigDecimal points() {
            return share == null ? BigDecimal.ONE : BigDecimal.valueOf(share.points());
        }
    }

    /**
     * @throws PoolTooSmall when the bank cannot fill the blueprint
     */
    public List<Placed> of(MockTest test) {
        return switch (test.questions()) {
            case Fixed fixed -> fixed.ids().stream().map(this::fixed).toList();
            case Drawn drawn -> drawn(drawn);
        };
    }

    private Placed fixed(String id) {
        return bank.item(id)
                .map(item -> placed(item, BigDecimal.ONE))
                .orElseThrow(() -> new PoolTooSmall("the bank has no question " + id));
    }

    private List<Placed> drawn(Drawn drawn) {
        var slots = new ArrayList<Slot>();
        for (var share : drawn.blueprint()) {
            for (int i = 0; i < share.count(); i++) {
                slots.add(new Slot(share));
            }
        }
        while (slots.size() < drawn.count()) {
            slots.add(new Slot(null));
        }
        var pool = inOrderOfPreference(bank.of(drawn.lessons()));
        var filled = new @Nullable Item[slots.size()];
        for (int i = 0; i < slots.size(); i++) {
            if (!fill(i, slots, pool, filled, new HashSet<>())) {
                throw new PoolTooSmall(
                        "%d questions are to be drawn, the bank can fill %d places of the blueprint"
                                .formatted(slots.size(), i));
            }
        }
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] instanceof Item item) {
                placed.add(placed(item, slots.get(i).points()));
            }
        }
        return placed;
    }

    /** Kuhn's matching: a place whose only questions are taken makes another place give way. */
    private static boolean fill(
            int slot,
            List<Slot> slots,
            List<Item> pool,
            @Nullable Item[] filled,
            Set<String> tried) {
        var taken = Arrays.asList(filled);
        for (boolean free : new boolean[] {true, false}) {
            for (var item : pool) {
                int holder = taken.indexOf(item);
                if (holder < 0 != free
                        || !slots.get(slot).takes(item.written())
                        || !tried.add(item.id())) {
                    continue;
                }
                if (holder < 0 || fill(holder, slots, pool, filled, tried)) {
                    filled[slot] = item;
                    return true;
                }
            }
        }
        return false;
    }

    private List<Item> inOrderOfPreference(List<Item> pool) {
        var shuffled = new ArrayList<>(new Chance(seed).of("pool").shuffled(pool));
        shuffled.sort(Comparator.comparing(item -> seen.getOrDefault(item.id(), 0L)));
        return shuffled;
    }

    /** Draws a question that has been chosen. */
    public Placed placed(Item item, BigDecimal points) {
        long own = new Chance(seed).of("question/" + item.id()).bits();
        return new Placed(item.lessonId(), points, item.question().draw(own));
    }
}
