package descent.account.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of the test vectors of both RFCs. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224, 1284755224",
        "1, 287082, 1094287082",
        "2, 359152, 137359152",
        "3, 969429, 1726969429",
        "4, 338314, 1640338314",
        "5, 254676, 868254676",
        "6, 287922, 1918287922",
        "7, 162583, 82162583",
        "8, 399871, 673399871",
        "9, 520489, 645520489"
    })
    void codesOfCountersMatchRfc4226(long counter, String code, int truncated) {
        assertEquals(truncated, Totp.truncated(SECRET, counter));
        assertEquals(code, Totp.code(SECRET, counter));
    }

    /** RFC 6238, appendix B, SHA-1: of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesOfMomentsMatchRfc6238(long second, String eightDigits) {
        var step = Totp.step(Instant.ofEpochSecond(second));
        assertEquals(eightDigits.substring(2), Totp.code(SECRET, step));
    }

    @Test
    void codeOfTheStepBeforeAndAfterIsTaken() {
        long step = Totp.step(NOW);
        for (long near = step - 1; near <= step + 1; near++) {
            assertEquals(
                    OptionalLong.of(near), Totp.stepOf(Totp.code(SECRET, near), SECRET, 0, NOW));
        }
        assertEquals(
                OptionalLong.empty(), Totp.stepOf(Totp.code(SECRET, step - 2), SECRET, 0, NOW));
        assertEquals(
                OptionalLong.empty(), Totp.stepOf(Totp.code(SECRET, step + 2), SECRET, 0, NOW));
    }

    @Test
    void codeWorksOnce() {
        long step = Totp.step(NOW);
        assertEquals(OptionalLong.empty(), Totp.stepOf(Totp.code(SECRET, step), SECRET, step, NOW));
    }

    /** RFC 4648, section 10, without its padding. */
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void base32MatchesRfc4648(String text, String encoded) {
        assertEquals(encoded, Base32.of(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
