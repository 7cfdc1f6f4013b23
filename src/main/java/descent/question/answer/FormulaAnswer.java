package descent.question.answer;

import descent.question.notation.Equivalence;
import descent.question.notation.Expression;
import descent.question.notation.Interval;
import descent.question.notation.NotUnderstood;
import java.util.List;
import java.util.Map;

/**
 * A formula that means the same as the answer, whatever its form.
 *
 * @param answer such as {@code 2*x*exp(x^2)}
 * @param variables with the ranges in which formulas are compared
 * @param seed of the points at which they are compared
 * @param right feedback, Markdown, as is {@code wrong}
 */
public record FormulaAnswer(
        String answer,
        Map<String, Interval> variables,
        long seed,
        List<Slip> slips,
        String right,
        String wrong)
        implements Answer {
    /** A typical mistake and what is said to it. */
    public record Slip(String answer, String feedback) {}

    public FormulaAnswer {
        variables = Map.copyOf(variables);
        slips = List.copyOf(slips);
        var key = parsed(answer, variables);
        var equivalence = new Equivalence(key, variables, seed);
        for (var slip : slips) {
            if (equivalence.compare(parsed(slip.answer, variables)) == Equivalence.Result.EQUAL) {
                throw new IllegalArgumentException(
                        "wrong answer " + slip.answer + " equals the right one");
            }
        }
    }

    /** The same, compared at other points. */
    public FormulaAnswer at(long seed) {
        return new FormulaAnswer(answer, variables, seed, slips, right, wrong);
    }

    @Override
    public Verdict judge(List<String> given) {
        Expression typed;
        try {
            typed = Expression.read(given.getFirst(), variables.keySet());
        } catch (NotUnderstood e) {
            return Verdict.invalid(e.reason());
        }
        return switch (against(answer).compare(typed)) {
            case EQUAL -> Verdict.of(Fraction.ONE, right);
            case NOWHERE_DEFINED ->
                    Verdict.invalid("the formula has no value in the range of its variables");
            case DIFFERENT -> Verdict.of(Fraction.ZERO, feedbackToWrong(typed));
        };
    }

    private String feedbackToWrong(Expression typed) {
        return slips.stream()
                .filter(slip -> against(slip.answer).compare(typed) == Equivalence.Result.EQUAL)
                .map(Slip::feedback)
                .findFirst()
                .orElse(wrong);
    }

    private Equivalence against(String formula) {
        return new Equivalence(parsed(formula, variables), variables, seed);
    }

    private static Expression parsed(String formula, Map<String, Interval> variables) {
        try {
            return Expression.read(formula, variables.keySet());
        } catch (NotUnderstood e) {
            throw new IllegalArgumentException(formula + ": " + e.reason(), e);
        }
    }

    @Override
    public List<String> model() {
        return List.of(answer);
    }
}
