package descent.question.drawn;

import descent.question.answer.Fraction;
import java.math.BigDecimal;

/**
 * How sure a learner is of an answer, and what that makes of it: A. R. Gardner-Medwin's
 * certainty-based marking. Whoever is right in fewer than two of three such answers does best by
 * saying {@code LOW}, in more than four of five {@code HIGH}.
 */
public enum Certainty {
    LOW(1, 0),
    MIDDLE(2, -2),
    HIGH(3, -6);

    private final BigDecimal right;
    private final BigDecimal wrong;

    Certainty(int right, int wrong) {
        this.right = BigDecimal.valueOf(right);
        this.wrong = BigDecimal.valueOf(wrong);
    }

    /**
     * The mark, from -6 to 3, where an answer without certainty would have its fraction of 1. A
     * partly right answer has its share of the mark of a right one.
     */
    public BigDecimal mark(Fraction fraction) {
        return fraction.value().signum() > 0 ? right.multiply(fraction.value()) : wrong;
    }
}
