package descent.question.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A text that a person marks by a rubric: an author, or the learner who compares it with the
 * sample.
 *
 * @param sample a good answer, Markdown
 */
public record WrittenAnswer(List<Criterion> rubric, String sample) implements Answer {
    /**
     * @param criterion Markdown
     * @param points the most that it is worth
     */
    public record Criterion(String id, String criterion, BigDecimal points) {
        public Criterion {
            if (points.signum() <= 0) {
                throw new IllegalArgumentException("points must be positive, was " + points);
            }
        }
    }

    public WrittenAnswer {
        rubric = List.copyOf(rubric);
        if (rubric.isEmpty()) {
            throw new IllegalArgumentException("a rubric has at least one criterion");
        }
    }

    @Override
    public Verdict judge(List<String> given) {
        return Verdict.worthless(State.NEEDS_GRADING);
    }

    /**
     * @param points by the criterion's id, from 0 to its most; one left out is 0
     * @throws IllegalArgumentException for an unknown criterion or too many points
     */
    public Verdict marked(Map<String, BigDecimal> points) {
        var sum = BigDecimal.ZERO;
        var most = BigDecimal.ZERO;
        for (var criterion : rubric) {
            var given = points.getOrDefault(criterion.id, BigDecimal.ZERO);
            if (given.signum() < 0 || given.compareTo(criterion.points) > 0) {
                throw new IllegalArgumentException(
                        criterion.id + " is worth 0 to " + criterion.points + ", was " + given);
            }
            sum = sum.add(given);
            most = most.add(criterion.points);
        }
        for (var id : points.keySet()) {
            if (rubric.stream().noneMatch(criterion -> criterion.id.equals(id))) {
                throw new IllegalArgumentException("no criterion " + id + " in the rubric");
            }
        }
        return Verdict.of(Fraction.of(sum, most), List.of());
    }

    @Override
    public List<String> model() {
        return List.of(sample);
    }
}
