package descent.course.material;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A question of the bank.
 *
 * @param cards flashcards that help
 * @param tree all that the author wrote: maps, lists, texts, numbers and booleans
 */
public record BankQuestion(
        String id,
        String type,
        String concept,
        String section,
        Difficulty difficulty,
        List<String> cards,
        Map<String, Object> tree) {
    public enum Difficulty {
        EASY,
        MEDIUM,
        HARD
    }

    public BankQuestion {
        cards = List.copyOf(cards);
        tree = Collections.unmodifiableMap(tree);
    }
}
