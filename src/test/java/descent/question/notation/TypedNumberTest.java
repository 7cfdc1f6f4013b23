package descent.question.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    7               | 7
                    007             | 7
                    0.5             | 0.5
                    .5              | 0.5
                    5.              | 5
                    +0.5            | 0.5
                    "  0.5  "       | 0.5
                    -0.5            | -0.5
                    - 0.5           | -0.5
                    −0.5            | -0.5
                    –0.5            | -0.5
                    ﹣0.5            | -0.5
                    －０．５            | -0.5
                    ٣               | 3
                    = 0.5           | 0.5
                    ≈0.5            | 0.5
                    1,000           | 1000
                    1,000.5         | 1000.5
                    12,345,678.25   | 12345678.25
                    1.000,5         | 1000.5
                    1.000.000       | 1000000
                    1.234.567,5     | 1234567.5
                    1 000           | 1000
                    1 000 000.5     | 1000000.5
                    1 000 000,5     | 1000000.5
                    1'000.5         | 1000.5
                    1’000           | 1000
                    1 000           | 1000
                    1 000           | 1000
                    0,5             | 0.5
                    ,5              | 0.5
                    3,14            | 3.14
                    1,00            | 1
                    0,125           | 0.125
                    12,5            | 12.5
                    1.000           | 1
                    2e-3            | 0.002
                    2E3             | 2000
                    .2e+2           | 20
                    -1.5e−2         | -0.015
                    1,000e-3        | 1
                    3×10^8          | 300000000
                    3 × 10^8        | 300000000
                    3x10^8          | 300000000
                    3*10^8          | 300000000
                    3*10**8         | 300000000
                    3·10^-2         | 0.03
                    3×10^(-2)       | 0.03
                    3×10⁸           | 300000000
                    2.5×10⁻³        | 0.0025
                    10^3            | 1000
                    10⁻³            | 0.001
                    -10^3           | -1000
                    3/4             | 0.75
                    -3/4            | -0.75
                    3 / 4           | 0.75
                    3⁄4             | 0.75
                    3÷4             | 0.75
                    0.5/2           | 0.25
                    1e3/4           | 250
                    1 000/4         | 250
                    1 1/2           | 1.5
                    -1 1/2          | -1.5
                    ½               | 0.5
                    1½              | 1.5
                    ¾               | 0.75
                    12.5%           | 0.125
                    12.5 %          | 0.125
                    -5 %            | -0.05
                    1/4 %           | 0.0025
                    """)
    void numberIsReadAsPeopleTypeIt(String typed, String value) throws NotUnderstood {
        var read = TypedNumber.read(typed, List.of());
        assertEquals(0, new BigDecimal(value).compareTo(read.value()), read.text());
        assertEquals("", read.unit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "NaN",
                "Infinity",
                "-",
                "+-1",
                "--1",
                "1-",
                "0x10",
                "1e",
                "e5",
                "1e5.5",
                "1e999999999999",
                "1e401",
                "1e-4000",
                "10^401",
                "3×10",
                "3^2",
                "1,,000",
                "1,0000,5",
                "1,000,5",
                "1,00,000",
                "0,000,1",
                "1.2.3",
                "1..2",
                "1 2",
                "12 34",
                "1/0",
                "1/2/3",
                "1/",
                "/2",
                "1+1",
                "2*3",
                "(5)",
                "5 ms",
                "5 apples",
                "5%%",
                "five",
                "0.5,",
                "0.5.",
                ".",
                ",",
                "%",
                "<script>",
                "1\u00005",
                "½½"
            })
    void whatIsNoNumberIsRefusedWithAReason(String typed) {
        var refused =
                assertThrows(NotUnderstood.class, () -> TypedNumber.read(typed, List.of()), typed);
        assertTrue(
                refused.reason().matches(".*(expected|has no value|power of ten).*"),
                refused.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "43 ms, 43, ms",
        "43ms, 43, ms",
        "43 MS, 43, ms",
        "0.043 s, 0.043, s",
        "2e-3s, 0.002, s",
        "5 µs, 5, μs",
        "5 μs, 5, μs",
        "3/4 s, 0.75, s",
        "12 %, 12, %",
        "9 m², 9, m^2",
        "9 m^2, 9, m^2",
        "1e3 samples / s, 1000, samples/s",
        "17, 17, ''"
    })
    void unitMayFollow(String typed, BigDecimal value, String unit) {
        var read = read(typed, List.of("s", "ms", "μs", "%", "m^2", "samples/s"));
        assertEquals(0, value.compareTo(read.value()));
        assertEquals(unit, read.unit());
    }

    @Test
    void caseDecidesBetweenUnits() {
        assertEquals("Mb", read("5 Mb", List.of("MB", "Mb")).unit());
        assertThrows(NotUnderstood.class, () -> TypedNumber.read("5 mb", List.of("MB", "Mb")));
    }

    @Test
    void unknownUnitIsRefusedWithTheUnitsThereAre() {
        var refused =
                assertThrows(
                        NotUnderstood.class, () -> TypedNumber.read("5 min", List.of("s", "ms")));
        assertEquals(
                "'min' behind the number is not understood; units are s, ms", refused.reason());
    }

    @Test
    void veryLongInputIsRefusedAtOnce() {
        assertThrows(NotUnderstood.class, () -> TypedNumber.read("1".repeat(20_000), List.of()));
    }

    @Test
    void hugeAndTinyNumbersPrintShort() {
        assertEquals("1E+30", TypedNumber.plain(new BigDecimal("1e30")));
        assertEquals("2.5E-20", TypedNumber.plain(new BigDecimal("25e-21")));
        assertEquals("1200000", TypedNumber.plain(new BigDecimal("1.2e6")));
        assertEquals("0", TypedNumber.plain(new BigDecimal("0e-300")));
    }

    private static TypedNumber read(String typed, List<String> units) {
        try {
            return TypedNumber.read(typed, units);
        } catch (NotUnderstood e) {
            throw new AssertionError(typed + ": " + e.reason(), e);
        }
    }
}
