package descent.question.drawn;

import java.util.List;

/**
 * Where in its course a question belongs.
 *
 * @param concept id of a key concept
 * @param section id of the section that answers it
 * @param cards ids of flashcards that help
 */
public record Topic(String concept, String section, Difficulty difficulty, List<String> cards) {
    /** How hard the author thinks it is. */
    public enum Difficulty {
        EASY,
        MEDIUM,
        HARD
    }

    public Topic {
        cards = List.copyOf(cards);
    }
}
