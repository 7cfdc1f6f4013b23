package descent.game.rules;

import java.util.List;

/**
 * A thing that is dealt: a card, a question, a line to be typed.
 *
 * @param task what is asked of the player, or what kind of card it is
 * @param text what is shown
 * @param hint shown beside it; may be empty
 * @param answers what is right, the best first; of a card: the pair that it belongs to
 * @param level how hard it is, from 1
 */
public record Item(String task, String text, String hint, List<String> answers, int level) {
    public Item {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("an item without an answer: " + text);
        }
        if (level < 1) {
            throw new IllegalArgumentException("level must be at least 1, was " + level);
        }
    }

    String answer() {
        return answers.getFirst();
    }
}
