package descent.audio.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.audio.script.Cast;
import descent.audio.script.Script;
import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.audio.script.Voice;
import descent.audio.sound.Rendering;
import descent.audio.speech.SpeechEngine;
import descent.shared.replica.Replica;
import descent.testing.Eventually;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The worker that makes sound, beside people who wait for something else. */
class MakeSoundsTest {
    private static final Replica HERE = new Replica("all");

    private static final Script SCRIPT =
            new Script(
                    "en",
                    List.of(
                            new Line("1", "teacher", Kind.TEXT, List.of("Which way is down?")),
                            new Line("2", "teacher", Kind.TEXT, List.of("That way."))));

    /** A queue with one sound in it, and a sample when an author asks for one. */
    private static final class OneSound extends SoundQueue {
        final List<Integer> lines = Collections.synchronizedList(new ArrayList<>());
        volatile boolean made;
        volatile boolean sampleAsked;
        volatile boolean sampleMade;
        private boolean given;

        OneSound() {
            super(null, null, Clock.systemUTC());
        }

        @Override
        synchronized Optional<Claim> claim(String worker, boolean samplesOnly) {
            var task = Task.of("hum", SCRIPT, Cast.of(SCRIPT, Map.of(), List.of(), Map.of()));
            if (sampleAsked) {
                sampleAsked = false;
                return Optional.of(new Claim("sample", task.json(), true, worker, 1));
            }
            if (given || samplesOnly) {
                return Optional.empty();
            }
            given = true;
            return Optional.of(new Claim("key", task.json(), false, worker, 1));
        }

        @Override
        boolean progress(Claim claim, int done) {
            if (!claim.sample()) {
                lines.add(done);
            }
            return true;
        }

        @Override
        void finish(Claim claim, Rendering.Sound sound) {
            if (claim.sample()) {
                sampleMade = true;
            } else {
                made = true;
            }
        }
    }

    private static final class Hum implements SpeechEngine {
        @Override
        public String id() {
            return "hum";
        }

        @Override
        public float[] say(String sentence, String language, Voice voice, Cast cast) {
            return new float[RATE];
        }
    }

    private static AudioConfig standingBackFor(String time) {
        return new SmallRyeConfigBuilder()
                .withMapping(AudioConfig.class)
                .withSources(
                        new PropertiesConfigSource(
                                Map.of(
                                        "descent.audio.stand-back",
                                        time,
                                        "descent.audio.timeout",
                                        "PT60S"),
                                "test",
                                1))
                .build()
                .getConfigMapping(AudioConfig.class);
    }

    /** Waiting runs and attempts under way say that they are waiting by a bean like this one. */
    @Test
    void noLineIsSpokenWhileSomebodyIsWaiting() throws Exception {
        var queue = new OneSound();
        var waiting = new boolean[] {true};
        var asked = new AtomicInteger();
        var worker =
                new MakeSounds(
                        queue,
                        new Hum(),
                        standingBackFor("PT1H"),
                        List.of(() -> {
                            asked.incrementAndGet();
                            synchronized (waiting) {
                                return waiting[0];
                            }
                        }),
                        HERE);
        worker.start(new StartupEvent());
        try {
            Eventually.isTrue("standing back", () -> asked.get() >= 3);
            assertEquals(List.of(0), List.copyOf(queue.lines), "before the first line");
            synchronized (waiting) {
                waiting[0] = false;
            }
            Eventually.isTrue("the sound", () -> queue.made);
            assertEquals(List.of(0, 1), List.copyOf(queue.lines));
        } finally {
            worker.stop(new ShutdownEvent());
        }
    }

    @Test
    void sampleIsSpokenWhileAllElseStandsBack() throws Exception {
        var queue = new OneSound();
        var asked = new AtomicInteger();
        var worker =
                new MakeSounds(
                        queue,
                        new Hum(),
                        standingBackFor("PT1H"),
                        List.of(() -> asked.incrementAndGet() > 0),
                        HERE);
        worker.start(new StartupEvent());
        try {
            Eventually.isTrue("standing back", () -> asked.get() > 0);
            queue.sampleAsked = true;
            worker.wake();
            Eventually.isTrue("the sample", () -> queue.sampleMade);
            int before = asked.get();
            Eventually.isTrue("standing back again", () -> asked.get() > before);
            assertEquals(List.of(0), List.copyOf(queue.lines), "before the first line");
        } finally {
            worker.stop(new ShutdownEvent());
        }
    }

    /** Where many learn, somebody always waits. */
    @Test
    void itIsMadeInTheEnd() throws Exception {
        var queue = new OneSound();
        var worker =
                new MakeSounds(
                        queue, new Hum(), standingBackFor("PT0.01S"), List.of(() -> true), HERE);
        worker.start(new StartupEvent());
        try {
            Eventually.isTrue("the sound", () -> queue.made);
        } finally {
            worker.stop(new ShutdownEvent());
        }
    }
}
