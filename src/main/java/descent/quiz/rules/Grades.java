package descent.quiz.rules;

import descent.course.material.MockTest.Counting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes the grade of a test of the attempts at it. */
public final class Grades {
    private Grades() {}

    /**
     * @param shares of the points in each graded attempt, the first attempt first
     */
    public static Optional<BigDecimal> of(Counting counting, List<BigDecimal> shares) {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (counting) {
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
