package descent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldTest {
    @ParameterizedTest
    @CsvSource({"0.5,0.5", ".5,0.5", "5.,5", "-1e-3,-0.001", "+2,2", "-0,0", " 1 ,1", "1E1,10"})
    void numbersAreReadAsTheyAreWritten(String typed, double value) {
        var field = NumberField.of("x", "x", -10, 10, 1, typed);
        assertNull(field.problem());
        assertEquals(value, field.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "Infinity",
                "1e999",
                "0x1p3",
                "1f",
                "1,5",
                "10.01",
                "--1",
                "e",
                "."
            })
    void whatIsNoNumberWithinTheBoundsIsNotTaken(String typed) {
        assertNotNull(NumberField.of("x", "x", -10, 10, 1, typed).problem());
    }

    @Test
    void wholeNumbersHaveNoFraction() {
        assertEquals(
                "Steps must be a whole number from 1 to 500, was \"1.5\".",
                NumberField.whole("steps", "Steps", 1, 500, 60, "1.5").problem());
        assertEquals("60", NumberField.whole("steps", "Steps", 1, 500, 60, null).text());
    }

    @Test
    void longTextIsCutBeforeItIsRepeated() {
        var field = NumberField.of("x", "x", -10, 10, 1, "9".repeat(100_000));
        assertEquals(60, field.text().length());
        assertNotNull(field.problem());
    }
}
