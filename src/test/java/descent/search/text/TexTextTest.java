package descent.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w \\leftarrow w - \\eta\\, g | w ← w - η g",
                "\\frac{\\partial L}{\\partial w_3} | (∂L)/(∂w₃)",
                "-\\frac1N\\sum \\ln p_i | -1/N∑ln p_i",
                "\\dfrac{1}{\\sqrt{v}+\\epsilon} | 1/(√(v)+ε)",
                "(\\hat y_i - y_i)^2 | (y_i - y_i)²",
                "64\\cdot 32 + 32 = 2{,}080 | 64·32 + 32 = 2,080",
                "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} | 1 2 3 4",
                "\\text{loss}^{10} \\nosuch{x} | loss¹⁰ x",
                "10\\,\\% | 10%",
                "\\ | \\",
            })
    void formulaIsALineOfText(String tex, String text) {
        assertEquals(text, TexText.of(tex));
    }
}
