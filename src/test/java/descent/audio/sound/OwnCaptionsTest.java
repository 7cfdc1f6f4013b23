package descent.audio.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.audio.speech.SpeechException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCaptionsTest {
    @Test
    void areWrittenAnewAsPlainCues() throws SpeechException {
        var file =
                """
                \uFEFFWEBVTT - by hand\r
                Kind: captions\r
                \r
                STYLE\r
                ::cue { background: url(https://example.org/) }\r
                \r
                1\r
                00:00.500 --> 00:02.000 align:start\r
                <v Mara>Which way\r
                is down?\r
                \r
                NOTE nothing\r
                \r
                00:00:02.000 --> 00:00:03.250\r
                Against the slope.\
                """;
        assertEquals(
                """
                WEBVTT

                00:00:00.500 --> 00:00:02.000
                <v Mara>Which way
                is down?

                00:00:02.000 --> 00:00:03.250
                Against the slope.

                """,
                OwnCaptions.of(file, 3_000));
    }

    @ParameterizedTest
    @CsvSource({
        "'', line 1: the file begins with WEBVTT",
        "'1~00:00.500 --> 00:02.000~Words', line 1: the file begins with WEBVTT",
        "WEBVTT, no caption",
        "'WEBVTT~~Words alone', line 3: a caption has a line like",
        "'WEBVTT~~00:00,500 --> 00:02,000~Words', 'line 3: a time is written 00:01.000 or 01:00:01.000, not \"00:00,500\"'",
        "'WEBVTT~~00:02.000 --> 00:01.000~Words', line 3: captions begin one after the other",
        "'WEBVTT~~00:00.500 --> 00:09.000~Words', line 3: the recording ends at 00:00:03.000",
        "'WEBVTT~~00:00.500 --> 00:02.000', a caption has words",
        "'WEBVTT~~00:00.500 --> 00:01.000~Words~00:01.000 --> 00:02.000~More', line 5: an empty line"
    })
    void areRefusedWithTheLine(String file, String reason) {
        var wrong =
                assertThrows(
                        SpeechException.class,
                        () -> OwnCaptions.of(file.replace('~', '\n'), 3_000));
        assertTrue(wrong.reason().contains(reason), wrong.reason());
    }
}
