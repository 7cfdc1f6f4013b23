package descent.question.answer;

import java.util.List;

/**
 * Items in their right order. Worth the share of neighbours in the right order that follow each
 * other in the response too; so one item out of place costs two or three of them, and a turn round
 * the end one.
 *
 * @param items their ids, first to last
 */
public record OrderAnswer(List<String> items, String right, String wrong) implements Answer {
    public OrderAnswer {
        items = List.copyOf(items);
        if (items.size() < 3) {
            throw new IllegalArgumentException("3 items or more are put in order");
        }
    }

    @Override
    public Verdict judge(List<String> given) {
        long hits = 0;
        for (int i = 0; i + 1 < items.size(); i++) {
            int at = given.indexOf(items.get(i));
            if (at >= 0 && at + 1 < given.size() && given.get(at + 1).equals(items.get(i + 1))) {
                hits++;
            }
        }
        var fraction = Fraction.of(hits, items.size() - 1);
        return Verdict.of(fraction, fraction.isOne() ? right : wrong);
    }

    @Override
    public List<String> model() {
        return items;
    }
}
