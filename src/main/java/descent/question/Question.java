package descent.question;

import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Topic;
import java.util.Optional;

/**
 * A question of the bank, as its author wrote it: what is asked, what is right, what is said to
 * each answer. It knows nothing of tests or attempts. Texts are Markdown.
 */
public sealed interface Question
        permits SingleChoice,
                MultipleChoice,
                TrueFalse,
                Numerical,
                ShortAnswer,
                Matching,
                Ordering,
                Cloze,
                HotSpot,
                Formula,
                Generated,
                Written,
                Experiment {
    /** What every question has. */
    Basics basics();

    default String id() {
        return basics().id();
    }

    default Topic topic() {
        return basics().topic();
    }

    /**
     * Fixes variant, order and names for one attempt; the same seed draws the same.
     *
     * @param seed not to be guessed by whoever answers: the names of options come from it, and
     *     these a browser sees
     */
    default DrawnQuestion draw(long seed) {
        return Draw.of(this, seed);
    }

    /**
     * What was asked then, with the key as this revision has it: to grade anew what was answered.
     * Empty when this revision asks something else: an option is gone or new, or the question is
     * generated.
     */
    default Optional<DrawnQuestion> rekeyed(DrawnQuestion before) {
        return Draw.rekeyed(this, before);
    }
}
