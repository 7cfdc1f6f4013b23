package descent.question.answer;

import descent.question.notation.Wildcards;
import java.util.Comparator;
import java.util.List;

/**
 * A word or a few, one of several accepted; the best fraction counts. See {@link Wildcards} for
 * what compares equal.
 *
 * @param wrong feedback when none is met, Markdown
 */
public record TextAnswer(List<Accepted> answers, boolean caseSensitive, String wrong)
        implements Answer {
    /**
     * @param text {@code *} stands for any run of characters
     * @param fraction from 0, for a typical mistake that has its own feedback, to 1
     */
    public record Accepted(String text, Fraction fraction, String feedback) {
        public Accepted {
            if (fraction.value().signum() < 0) {
                throw new IllegalArgumentException("fraction must be from 0 to 1, was " + fraction);
            }
        }
    }

    public TextAnswer {
        answers = List.copyOf(answers);
        if (answers.stream().noneMatch(answer -> answer.fraction.isOne())) {
            throw new IllegalArgumentException("one of the answers must have fraction 1");
        }
    }

    @Override
    public Verdict judge(List<String> given) {
        return answers.stream()
                .filter(answer ->
                        new Wildcards(answer.text, caseSensitive).matches(given.getFirst()))
                .max(Comparator.comparing(Accepted::fraction))
                .map(answer -> Verdict.of(answer.fraction, answer.feedback))
                .orElseGet(() -> Verdict.of(Fraction.ZERO, wrong));
    }

    /** The first full answer, one without wildcards if there is one. */
    @Override
    public List<String> model() {
        return List.of(
                answers.stream()
                        .filter(answer -> answer.fraction.isOne())
                        .min(Comparator.comparing(answer -> answer.text.contains("*")))
                        .map(answer -> Wildcards.example(answer.text))
                        .orElseThrow());
    }
}
