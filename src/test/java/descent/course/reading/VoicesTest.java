package descent.course.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.material.Part;
import descent.course.material.Voices;
import descent.course.material.Voices.Character;
import descent.course.material.Voices.Pronunciation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a course's cast sounds, and how its words are said. */
class VoicesTest {
    private static Part<Voices> read(String text) {
        var files = new Sample().with("sample/voices.yaml", text).files();
        return new ContentReader(files).course(Sample.COURSE).voices();
    }

    private static String mistake(String text) {
        return read(text).findings().getFirst().toString();
    }

    @Test
    void voicesAndPronunciationsAreRead() {
        var voices =
                read(
                        """
                        voices:
                          - role: teacher
                            pitch: -20
                        pronunciations:
                          - word: tanh
                            say: tanch
                            sounds: "t { n tS"
                        """);
        assertEquals(
                new Voices(
                        List.of(new Character("teacher", -20, 1, 0)),
                        List.of(new Pronunciation("tanh", "tanch", "t { n tS"))),
                voices.get());
    }

    @Test
    void fileMayBeMissing() {
        var course = new ContentReader(new Sample().files()).course(Sample.COURSE);
        assertTrue(course.voices().isMissing());
    }

    @Test
    void mistakesAreNamedWithTheirLine() {
        assertTrue(
                mistake("pronunciations:\n  - {word: tanh, say: tanch, sounds: \"t q\"}\n")
                        .contains(":2: unknown-name: \"q\" is no phoneme"));
        assertTrue(
                mistake("pronunciations:\n  - {word: two words, say: two}\n")
                        .contains("\"word\" is a single word"));
        assertTrue(
                mistake("voices:\n  - {role: teacher, tract: 3}\n")
                        .contains("\"tract\" is a number from 0.7 to 1.4"));
    }
}
