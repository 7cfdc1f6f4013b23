package descent.quiz.practice;

import descent.question.chance.Chance;
import descent.quiz.rules.Bank;
import descent.quiz.rules.Bank.Item;
import descent.quiz.rules.QuestionDraw;
import descent.quiz.rules.QuestionDraw.Placed;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws questions to practise: the weakest concept first, one of each concept in turn, and of a
 * concept the question that was asked least often.
 *
 * @param bank what may be asked
 * @param concepts those chosen; empty for all
 * @param seen how often each question has been asked, by its id
 */
record PracticeDraw(
        Bank bank, Set<String> concepts, Strengths strengths, Map<String, Long> seen, long seed) {
    /**
     * @param after the concept asked last: another one comes first, where there is one
     */
    List<Placed> some(int count, String after) {
        var drawn = new ArrayList<Placed>();
        var turns = new ArrayDeque<>(byConcept(after));
        while (drawn.size() < count && !turns.isEmpty()) {
            var concept = turns.removeFirst();
            var item = concept.removeFirst();
            drawn.add(new QuestionDraw(bank, seen, seed).placed(item, BigDecimal.ONE));
            if (!concept.isEmpty()) {
                turns.addLast(concept);
            }
        }
        return drawn;
    }

    private List<Deque<Item>> byConcept(String after) {
        var chance = new Chance(seed).of("practice");
        var pools = new LinkedHashMap<String, Deque<Item>>();
        chance.shuffled(bank.items()).stream()
                .filter(item -> concepts.isEmpty() || concepts.contains(item.written().concept()))
                .sorted(Comparator.comparing(item -> seen.getOrDefault(item.id(), 0L)))
                .forEach(item ->
                        pools.computeIfAbsent(item.written().concept(), _ -> new ArrayDeque<>())
                                .add(item));
        var order =
                Comparator.comparing((String concept) -> concept.equals(after))
                        .thenComparing(strengths.weakFirst());
        return pools.keySet().stream().sorted(order).map(pools::get).toList();
    }
}
