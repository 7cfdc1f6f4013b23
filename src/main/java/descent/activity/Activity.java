package descent.activity;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Something that a learner did in a course. Rooms that never meet learn of each other's deeds by
 * it: a missed response makes a flashcard due.
 */
public sealed interface Activity {
    /** What was written down together, in its order: what observers are told. */
    record Recorded(List<Activity> activities) {
        public Recorded {
            activities = List.copyOf(activities);
        }
    }

    UUID personId();

    String courseId();

    /** What it was about: the id of a lesson, a question, a card, a preset, a test. */
    String subject();

    /** Opened a lesson to read it. */
    record LessonOpened(UUID personId, String courseId, String subject) implements Activity {}

    /** Read a lesson to its end. */
    record LessonRead(UUID personId, String courseId, String subject) implements Activity {}

    /** Answered a question; {@code fraction} from 0 (wrong) to 1 (right). */
    record QuestionAnswered(
            UUID personId, String courseId, String subject, String concept, BigDecimal fraction)
            implements Activity {}

    /**
     * Gave an answer in a test that was worth less than all of its points, or none.
     *
     * @param lesson that the question belongs to
     * @param section of it that answers the question
     * @param cards ids of the flashcards that help
     */
    record ResponseMissed(
            UUID personId,
            String courseId,
            String subject,
            String lesson,
            String concept,
            String section,
            List<String> cards)
            implements Activity {
        public ResponseMissed {
            cards = List.copyOf(cards);
        }
    }

    /** Submitted a test; {@code fraction} of its marks from 0 to 1. */
    record TestFinished(UUID personId, String courseId, String subject, BigDecimal fraction)
            implements Activity {}

    /** Saw an experiment to its end. */
    record RunFinished(UUID personId, String courseId, String subject) implements Activity {}

    /** Reviewed a flashcard. */
    record CardReviewed(UUID personId, String courseId, String subject, String rating)
            implements Activity {}

    /** Played a game to its end. */
    record GameFinished(UUID personId, String courseId, String subject, int score)
            implements Activity {}
}
