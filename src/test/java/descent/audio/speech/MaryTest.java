package descent.audio.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.audio.script.Cast;
import descent.audio.script.Script;
import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.audio.sound.Loudness;
import descent.audio.sound.Recording;
import descent.audio.sound.Rendering;
import descent.course.material.Voices.Pronunciation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.log4j.varia.NullAppender;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in voice. */
@Tag("mary")
class MaryTest {
    private static final Script SCRIPT =
            new Script(
                    "en",
                    List.of(
                            new Line(
                                    "a",
                                    "teacher",
                                    Kind.TEXT,
                                    List.of("Stochastic steps are small.", "Are they?")),
                            new Line("b", "student-a", Kind.TEXT, List.of("They are 0.001 long.")),
                            new Line("c", "student-b", Kind.TEXT, List.of("In a mini-batch."))));
    private static final List<Pronunciation> TABLE =
            List.of(new Pronunciation("stochastic", "stokastic", "s t @ - ' k { - s t I k"));

    private static final SpeechEngine MARY = new MaryEngine();

    private static Cast cast(List<Pronunciation> table) {
        return Cast.of(SCRIPT, Map.of(), table, Map.of());
    }

    private static float[] say(String sentence, String role, List<Pronunciation> table)
            throws Exception {
        return MARY.say(sentence, "en", cast(table).voice(role), cast(table));
    }

    @Test
    void speaksThreeVoicesWithoutClicksAndTheSameEveryTime() throws Exception {
        var sentence = "Stochastic steps are small.";
        var teacher = say(sentence, "teacher", List.of());
        double seconds = (double) teacher.length / SpeechEngine.RATE;
        assertTrue(seconds > 1 && seconds < 3, "it takes " + seconds + " s");
        for (var role : List.of("teacher", "student-a", "student-b")) {
            var sound = say(sentence, role, List.of());
            for (int i = 1; i < sound.length; i++) {
                assertTrue(Math.abs(sound[i] - sound[i - 1]) < 1, role + " clicks at " + i);
            }
        }
        assertArrayEquals(teacher, say(sentence, "teacher", List.of()));
        assertFalse(Arrays.equals(teacher, say(sentence, "student-a", List.of())));
    }

    @Test
    void leavesTheLogAsItWas() throws Exception {
        say("It says nothing of itself.", "teacher", List.of());
        assertTrue(Logger.getLogger("descent").isLoggable(Level.SEVERE));
        assertEquals(
                List.of(NullAppender.class),
                Collections.list(org.apache.log4j.Logger.getRootLogger().getAllAppenders()).stream()
                        .map(Object::getClass)
                        .distinct()
                        .toList());
    }

    @Test
    void pronunciationTableIsHeard() throws Exception {
        var sentence = "Stochastic steps are small.";
        assertFalse(
                Arrays.equals(
                        say(sentence, "teacher", TABLE), say(sentence, "teacher", List.of())));
        var respelled = List.of(new Pronunciation("stochastic", "stokastic", ""));
        assertArrayEquals(
                say(sentence, "teacher", respelled),
                say("stokastic steps are small.", "teacher", List.of()));
    }

    @Test
    void becomesAFileWithTimes() throws Exception {
        var sound = new Rendering(MARY, _ -> {}).of(SCRIPT, cast(TABLE));
        assertEquals(sound.millis(), Recording.of(sound.mp3()).millis(), 80);
        long at = 0;
        for (var span : sound.timings().stream().flatMap(t -> t.sentences().stream()).toList()) {
            assertTrue(span.from() > at && span.to() > span.from(), span + " after " + at);
            at = span.to();
        }
        assertTrue(at < sound.millis());
        assertFalse(Files.exists(Path.of("log/server.log")), "writes no log of its own");
    }

    @Test
    void isAsLoudAsSpeechShouldBe() throws Exception {
        var sound = say("They are as small as the slope is, and that is small.", "teacher", TABLE);
        assertTrue(Loudness.of(sound) < Loudness.TARGET + 10);
        assertTrue(Loudness.of(sound) > Loudness.TARGET - 20);
    }

    @Test
    void otherLanguagesAreRefused() {
        var voice = cast(List.of()).voice("teacher");
        var refusal =
                assertThrows(
                        SpeechException.class,
                        () -> MARY.say("Hallo.", "de", voice, cast(List.of())));
        assertTrue(refusal.reason().contains("English"), refusal.reason());
    }
}
