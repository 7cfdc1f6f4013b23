package descent.question.generator;

import java.math.BigDecimal;
import java.util.List;

/** What an author allows a parameter to be. */
public sealed interface Bound {
    /** A number from {@code low} to {@code high}, which may be the same. */
    record Numbers(BigDecimal low, BigDecimal high) implements Bound {}

    /** One of these names. */
    record Names(List<String> names) implements Bound {
        public Names {
            names = List.copyOf(names);
        }
    }
}
