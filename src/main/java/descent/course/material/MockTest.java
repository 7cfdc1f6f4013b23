package descent.course.material;

import descent.course.material.BankQuestion.Difficulty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blueprint of a test.
 *
 * @param lesson the one that it belongs to; absent when it is of the whole course
 * @param pass the share of the points that passes it
 * @param attempts how many a learner has; absent when as many as one likes
 */
public record MockTest(
        String id,
        String title,
        @Nullable String lesson,
        int minutes,
        double pass,
        @Nullable Integer attempts,
        Questions questions,
        Review review) {
    /** Which questions it asks. */
    public sealed interface Questions {
        record Fixed(List<String> ids) implements Questions {
            public Fixed {
                ids = List.copyOf(ids);
            }
        }

        /**
         * @param count of all questions
         * @param lessons from whose banks they are drawn
         * @param blueprint how many of what; the rest is drawn freely
         */
        record Drawn(int count, List<String> lessons, List<Share> blueprint) implements Questions {
            public Drawn {
                lessons = List.copyOf(lessons);
                blueprint = List.copyOf(blueprint);
            }
        }
    }

    /** So many questions of this concept and difficulty, each worth so many points. */
    public record Share(
            @Nullable String concept, @Nullable Difficulty difficulty, int count, double points) {}

    /** When a learner may see keys and feedback. */
    public enum Review {
        RIGHT_AFTER,
        AFTER_CLOSING
    }

    public Optional<String> ofLesson() {
        return Optional.ofNullable(lesson);
    }
}
