package descent.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula drawn with stand-ins looks to the last letter as if it had been drawn itself. */
class NumberSlotsTest {
    private static final Katex KATEX = new Katex();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w \\leftarrow w - 0.1 \\cdot 2.5 = 1.25",
                "\\frac{3.5}{12} + \\sqrt{0.25} - \\tfrac{1}{2}",
                "x^2 + x_1^{10} - 3x_{12} + 2^{-3.5}",
                "\\frac12 + \\sqrt 2 + \\hat 7 \\cdot 3",
                "\\sigma(0.73) \\approx 0.6748, \\quad \\beta_1 = 0.9",
                "(1 - 0.999^{10})^{-1} = 1{,}004.5",
                "\\lVert 3, 4 \\rVert = 5 \\text{ at step 12}",
                "\\left( 1.5 - 10 \\right) \\big( 3 \\big)",
                "-12 \\le 7 \\times 10^{8} \\% 3",
                "\\mathrm{relu}(0.5) + \\mathsf{W}_{11} \\odot 100",
                "3.14.15 + 007",
                "\\rule{1em}{20em} 12",
                "a \\\\[12pt] 13",
                "\\begin{matrix} 1 & 20 \\\\ 300 & 4 \\end{matrix}",
                "\\sum_{i=1}^{20} \\partial 4 / \\partial 5",
                "\\lfloor 7.25 \\rfloor + e^{0.5} + \\ln 2 + 12!",
            })
    void drawingIsThatOfTheFormulaItself(String tex) {
        for (boolean display : List.of(false, true)) {
            var slots = NumberSlots.of(tex);
            assertEquals(KATEX.html(tex, display), slots.filled(KATEX.html(slots.tex(), display)));
        }
    }

    @Test
    void formulasThatDifferInNumbersAreDrawnOnce() {
        var one = NumberSlots.of("w - 0.1 \\cdot 2.5 = 1.25");
        assertEquals(one.tex(), NumberSlots.of("w - 0.05 \\cdot 12 = 100").tex());
        assertEquals(List.of("0.1", "2.5", "1.25"), one.numbers());
    }

    @Test
    void numbersOfWhichACommandTakesADigitStay() {
        assertEquals("x^12 + \\frac12", NumberSlots.of("x^12 + \\frac12").tex());
    }
}
