package descent.course.material;

import descent.course.material.BankQuestion.Difficulty;
import descent.shared.text.Prose;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blueprint of a test.
 *
 * @param lesson the one that it belongs to; absent when it is of the whole course
 * @param pass the share of the points that passes it
 * @param sections headings, each over the questions from its first one on
 * @param remarks what is said to a whole attempt, by the share of the points that it has
 */
public record MockTest(
        String id,
        String title,
        @Nullable String lesson,
        Duration limit,
        BigDecimal pass,
        Attempts attempts,
        Dates dates,
        Manner manner,
        Questions questions,
        List<Section> sections,
        List<Remark> remarks,
        ReviewPolicy review) {
    public MockTest {
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the time limit must be positive, was " + limit);
        }
    }

    /**
     * How often it may be taken.
     *
     * @param most absent when as often as one likes
     * @param coolDown how long after the end of one attempt the next may begin
     */
    public record Attempts(@Nullable Integer most, Duration coolDown, Counting counting) {}

    /** Which of several attempts makes the grade. */
    public enum Counting {
        BEST,
        LAST,
        FIRST,
        AVERAGE
    }

    /**
     * @param opens from when it may be started; absent when always
     * @param closes until when it may be taken; absent when it never closes
     */
    public record Dates(@Nullable Instant opens, @Nullable Instant closes) {
        public static final Dates NONE = new Dates(null, null);

        public Dates {
            if (opens != null && closes != null && !opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "a test opens before it closes, was %s and %s".formatted(opens, closes));
            }
        }
    }

    /**
     * How it is taken.
     *
     * @param sequential one question after the other, and none again
     * @param certainty whether learners also say how sure they are, and are marked by it
     * @param selfMarked whether learners mark their own written answers once they may see the
     *     sample; authors always may
     */
    public record Manner(boolean sequential, boolean certainty, boolean selfMarked) {}

    /** A heading over the questions from this number on. */
    public record Section(String title, int from) {}

    /** What is said to who has this share of the points or more. */
    public record Remark(BigDecimal from, Prose text) {}

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

    public Optional<String> ofLesson() {
        return Optional.ofNullable(lesson);
    }

    public long minutes() {
        return limit.toMinutes();
    }

    /** How many questions it asks. */
    public int size() {
        return switch (questions) {
            case Questions.Fixed fixed -> fixed.ids().size();
            case Questions.Drawn drawn ->
                    Math.max(
                            drawn.count(), drawn.blueprint().stream().mapToInt(Share::count).sum());
        };
    }

    /** What is said to who has this share of the points; empty for nothing. */
    public Optional<Prose> remarkOn(BigDecimal share) {
        return remarks.stream()
                .filter(remark -> remark.from().compareTo(share) <= 0)
                .max(Comparator.comparing(Remark::from))
                .map(Remark::text);
    }

    /** The heading over a question; empty when there is none. */
    public String sectionOf(int number) {
        return sections.stream()
                .filter(section -> section.from() <= number)
                .reduce((_, later) -> later)
                .map(Section::title)
                .orElse("");
    }
}
