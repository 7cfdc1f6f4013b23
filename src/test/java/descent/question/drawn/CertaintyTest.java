package descent.question.drawn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.question.answer.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {
    @ParameterizedTest
    @CsvSource({
        "LOW, 1, 1", "MIDDLE, 1, 2", "HIGH, 1, 3",
        "LOW, 0, 0", "MIDDLE, 0, -2", "HIGH, 0, -6",
        "LOW, 0.5, 0.5", "MIDDLE, 0.5, 1", "HIGH, 0.5, 1.5",
        "HIGH, -0.5, -6"
    })
    void markIsByTheTable(Certainty certainty, BigDecimal fraction, BigDecimal mark) {
        assertEquals(0, mark.compareTo(certainty.mark(new Fraction(fraction))));
    }

    /** Honesty pays: the best thing to say changes at two of three and at four of five. */
    @Test
    void sayingHowSureOneIsPaysBest() {
        for (int percent = 1; percent < 100; percent++) {
            var best = Certainty.LOW;
            for (var certainty : Certainty.values()) {
                if (expected(certainty, percent) > expected(best, percent)) {
                    best = certainty;
                }
            }
            var honest =
                    percent > 80
                            ? Certainty.HIGH
                            : percent >= 67 ? Certainty.MIDDLE : Certainty.LOW;
            assertEquals(honest, best, percent + " %");
        }
    }

    private static int expected(Certainty certainty, int percent) {
        return certainty.mark(Fraction.ONE).intValue() * percent
                + certainty.mark(Fraction.ZERO).intValue() * (100 - percent);
    }
}
