package descent.audio.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.audio.script.Cast;
import descent.audio.script.Script;
import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.audio.script.Voice;
import descent.audio.speech.SpeechEngine;
import descent.testing.SecondLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sound, pauses and times, with a voice that hums. */
@SecondLane
class RenderingTest {
    private static final Script SCRIPT =
            new Script(
                    "en",
                    List.of(
                            new Line("one", "narrator", Kind.CHAPTER, List.of("Down & <up>")),
                            new Line(
                                    "one/text/1",
                                    "narrator",
                                    Kind.TEXT,
                                    List.of("Which way is down?", "That way.")),
                            new Line("two", "narrator", Kind.CHAPTER, List.of("Noise")),
                            new Line("two/text/1", "narrator", Kind.TEXT, List.of("It is loud."))));
    private static final Cast CAST = Cast.of(SCRIPT, Map.of(), List.of(), Map.of());

    /** A tone of half a second between silence of a fifth. */
    private static final class Hum implements SpeechEngine {
        private final double amplitude;

        Hum(double amplitude) {
            this.amplitude = amplitude;
        }

        @Override
        public String id() {
            return "hum";
        }

        @Override
        public float[] say(String sentence, String language, Voice voice, Cast cast) {
            var sound = new float[RATE * 9 / 10];
            for (int i = RATE / 5; i < RATE * 7 / 10; i++) {
                sound[i] = (float) (amplitude * Math.sin(2 * Math.PI * 440 * i / RATE));
            }
            return sound;
        }
    }

    private static Rendering.Sound rendered() throws Exception {
        return new Rendering(new Hum(0.9), _ -> {}).of(SCRIPT, CAST);
    }

    @Test
    void sentencesAreHeardOneAfterTheOtherWithPausesBetween() throws Exception {
        var spans = rendered().timings().stream().flatMap(t -> t.sentences().stream()).toList();
        // 500 ms of sound, 30 ms kept before, 60 ms behind.
        for (var span : spans) {
            assertEquals(590, span.to() - span.from(), 6);
        }
        var pauses = new ArrayList<Long>();
        for (int i = 1; i < spans.size(); i++) {
            pauses.add(spans.get(i).from() - spans.get(i - 1).to());
        }
        assertEquals(List.of(800L, 450L, 1500L, 800L), pauses);
        assertEquals(350 + Mp3.DELAY_MILLIS, spans.getFirst().from());
        assertEquals(600, rendered().millis() - spans.getLast().to(), 1);
    }

    @Test
    void fileIsMp3OfItsLength() throws Exception {
        var sound = rendered();
        var found = Recording.of(sound.mp3());
        assertEquals(Recording.Kind.MP3, found.kind());
        assertEquals(sound.millis(), found.millis(), 80);
        assertEquals(Mp3.KILOBITS / 8.0 * found.millis(), sound.mp3().length, 1000);
    }

    @Test
    void loudAndQuietVoicesAreBroughtToOneLevel() throws Exception {
        for (double amplitude : new double[] {0.9, 0.02}) {
            var sound = Trim.of(new Hum(amplitude).say("", "en", CAST.voices().getFirst(), CAST));
            Loudness.level(sound);
            assertEquals(Loudness.TARGET, Loudness.of(sound), 0.3);
        }
    }

    /** The standard's own check: a full-scale sine of 997 Hz in one channel has -3.01 LUFS. */
    @Test
    void loudnessIsTheStandards() {
        var sine = new float[5 * SpeechEngine.RATE];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * 997 * i / SpeechEngine.RATE);
        }
        assertEquals(-3.01, Loudness.of(sine), 0.02);
        assertEquals(Double.NEGATIVE_INFINITY, Loudness.of(new float[100]));
    }

    @Test
    void peaksStayBelowTheCeiling() {
        var click = new float[SpeechEngine.RATE];
        click[1000] = 1;
        for (int i = 0; i < click.length; i++) {
            click[i] += (float) (0.01 * Math.sin(i / 20.0));
        }
        Loudness.level(click);
        for (float sample : click) {
            assertTrue(Math.abs(sample) <= 0.7901f, "a peak of " + sample);
        }
    }

    @Test
    void captionsSayWhoSaysWhat() throws Exception {
        var sound = rendered();
        var vtt = Captions.captions(SCRIPT, sound.timings(), _ -> "Mara");
        assertTrue(
                vtt.startsWith(
                        """
                        WEBVTT

                        one-1
                        00:00:00.397 --> 00:00:00.987
                        <v Mara>Down &amp; &lt;up&gt;</v>
                        """),
                vtt);
        assertEquals(5, vtt.split(" --> ").length - 1);
        assertTrue(vtt.contains("\none-text-1-2\n"), vtt);
    }

    @Test
    void chaptersReachToTheNext() throws Exception {
        var sound = rendered();
        var vtt = Captions.chapters(SCRIPT, sound.timings(), sound.millis());
        var two = sound.timings().get(2).from();
        assertTrue(vtt.contains("--> 00:00:0%.3f\nDown &amp;".formatted(two / 1000.0)), vtt);
        assertTrue(vtt.contains("\ntwo\n"), vtt);
    }

    @Test
    void progressIsToldLineByLine() throws Exception {
        var lines = new ArrayList<Integer>();
        new Rendering(new Hum(0.5), lines::add).of(SCRIPT, CAST);
        assertEquals(List.of(0, 1, 2, 3), lines);
    }
}
