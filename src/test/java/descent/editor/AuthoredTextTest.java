package descent.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoredTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb\n", "a\nb", "a\r\nb\r\n", "\uFEFFa\n", "\n\na", "é ∇ 𝄞\n"})
    void whatNobodyChangedIsTheSameByteForByte(String file) {
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        var asBrowsersSendIt = AuthoredText.decode(bytes).orElseThrow().replace("\n", "\r\n");
        assertArrayEquals(bytes, AuthoredText.encode(asBrowsersSendIt, Optional.of(bytes)));
    }

    @Test
    void newFileHasUnixLines() {
        assertEquals(
                "a\nb\n",
                new String(
                        AuthoredText.encode("a\r\nb\r\n", Optional.empty()),
                        StandardCharsets.UTF_8));
    }

    @Test
    void otherEncodingsAreNoText() {
        assertTrue(AuthoredText.decode(new byte[] {'a', (byte) 0xe9, 'b'}).isEmpty());
    }
}
