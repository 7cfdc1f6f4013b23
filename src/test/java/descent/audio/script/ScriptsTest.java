package descent.audio.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.course.Sample;
import descent.course.material.Course;
import descent.course.material.Voices.Character;
import descent.course.material.Voices.Pronunciation;
import descent.course.reading.ContentReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors wrote becomes what voices read. */
class ScriptsTest {
    private static final Course COURSE =
            new ContentReader(new Sample().files()).course(Sample.COURSE);

    private static Script script(Track track) {
        return Scripts.of(COURSE, COURSE.lesson("walking-downhill").orElseThrow(), track)
                .orElseThrow();
    }

    @Test
    void turnsAreSpokenAsTheirWordingSays() {
        assertEquals(
                List.of(
                        new Line("t1", "teacher", Kind.TEXT, List.of("Which way is down?")),
                        new Line(
                                "t2",
                                "student-a",
                                Kind.TEXT,
                                List.of("Against the gradient, so minus the gradient."))),
                script(Track.CONVERSATION).lines());
    }

    @Test
    void chaptersAreTitleTextAndItsTwoRetellings() {
        assertEquals(
                List.of(
                        "the-step",
                        "the-step/text/1",
                        "the-step/plain",
                        "the-step/explanation/1",
                        "the-step/everyday",
                        "the-step/analogy/1"),
                script(Track.AUDIOBOOK).lines().stream().map(Line::id).toList());
    }

    @Test
    void lessonWithoutPartsHasNoScripts() {
        var noise = COURSE.lesson("noise").orElseThrow();
        for (var track : Track.values()) {
            assertTrue(Scripts.of(COURSE, noise, track).isEmpty());
        }
    }

    @Test
    void sentencesEndWhereTheyEnd() {
        assertEquals(
                List.of("The rate was 0.001.", "Too small?", "\"No!\"", "Yes it was."),
                Sentences.of("The rate was 0.001. Too small? \"No!\" \n\n … \nYes it was.", "en"));
    }

    @Test
    void wordsAreWhole() {
        assertEquals(
                List.of("don't", "use", "mini-batch", "sgd", "at", "0.001", "yet"),
                Words.in("Don't use mini-batch SGD at 0.001, yet."));
    }

    @Test
    void onlyWhatAScriptUsesIsPartOfItsCast() {
        var script =
                new Script(
                        "en",
                        List.of(
                                new Line(
                                        "a",
                                        "student-b",
                                        Kind.TEXT,
                                        List.of("Stochastic, you said."))));
        var used = new Pronunciation("stochastic", "stokastic", "");
        var cast =
                Cast.of(
                        script,
                        Map.of("student-b", new Character("student-b", 10, 1.1, 0)),
                        List.of(used, new Pronunciation("Adagrad", "adda grad", "")),
                        Map.of("student-b", "slt"));
        assertEquals(
                new Cast(List.of(new Voice("student-b", "slt", 10, 1.1, 0)), List.of(used)), cast);
    }
}
