package descent.audio.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.audio.page.ByteRange.Part;
import descent.audio.page.ByteRange.Unsatisfiable;
import descent.audio.page.ByteRange.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of a file of 1000 bytes. */
class ByteRangeTest {
    private static ByteRange range(String header) {
        return ByteRange.of(header, 1000);
    }

    @Test
    void partsBeginsAndEnds() {
        assertEquals(new Part(0, 99), range("bytes=0-99"));
        assertEquals(new Part(500, 999), range("bytes=500-"));
        assertEquals(new Part(500, 999), range("bytes=500-5000000000"));
        assertEquals(new Part(900, 999), range("bytes=-100"));
        assertEquals(new Part(0, 999), range("bytes=-2000"));
    }

    @Test
    void behindTheEndIsNothing() {
        assertEquals(new Unsatisfiable(), range("bytes=1000-"));
        assertEquals(new Unsatisfiable(), range("bytes=-0"));
        assertEquals(new Unsatisfiable(), ByteRange.of("bytes=0-", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=9-3",
                "bytes=0-1,5-6",
                "lines=1-2",
                "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void whatIsNoRangeAsksForAll(String header) {
        assertEquals(new Whole(), range(header));
    }
}
