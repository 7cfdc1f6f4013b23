package descent.quiz.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which of several attempts makes the grade. */
public enum Counting {
    BEST,
    LAST,
    FIRST,
    AVERAGE;

    /**
     * @param shares of the points in each graded attempt, the first attempt first
     */
    public Optional<BigDecimal> grade(List<BigDecimal> shares) {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case BEST -> Collections.max(shares);
                    case LAST -> shares.getLast();
                    case FIRST -> shares.getFirst();
                    case AVERAGE ->
                            shares.stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .divide(
                                            BigDecimal.valueOf(shares.size()),
                                            MathContext.DECIMAL64);
                });
    }
}
