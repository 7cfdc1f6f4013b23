package descent.audio.sound;

import descent.audio.script.Cast;
import descent.audio.script.Script;
import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.audio.sound.Timing.Span;
import descent.audio.speech.SpeechEngine;
import descent.audio.speech.SpeechException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a script's sound: spoken sentence by sentence, levelled and encoded line by line. */
public final class Rendering {
    /** Of the way in which sound is made; part of what a sound is known by. */
    public static final int VERSION = 1;

    private static final int LEAD = 350;
    private static final int AFTER_SENTENCE = 350;
    private static final int AFTER_QUESTION = 450;
    private static final int AFTER_PARAGRAPH = 600;
    private static final int AFTER_TURN = 500;
    private static final int AFTER_ASKING = 750;
    private static final int AFTER_HEADING = 800;
    private static final int BEFORE_CHAPTER = 1500;
    private static final int BEFORE_HEADING = 1000;
    private static final int END = 600;

    private final SpeechEngine engine;
    private final Progress progress;

    /**
     * Told before each line; who wants to stop the work throws, who wants it to wait takes time.
     */
    @FunctionalInterface
    public interface Progress {
        void before(int line) throws InterruptedException;
    }

    public Rendering(SpeechEngine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** An MP3 file, how long it plays, and when what is heard. */
    public record Sound(byte[] mp3, long millis, List<Timing> timings) {}

    public Sound of(Script script, Cast cast) throws SpeechException, InterruptedException {
        var timings = new ArrayList<Timing>();
        try (var mp3 = new Mp3()) {
            long at = silence(mp3, LEAD);
            for (int i = 0; i < script.lines().size(); i++) {
                progress.before(i);
                var line = script.lines().get(i);
                var spans = new ArrayList<Span>();
                var sound = spoken(line, script.language(), cast, spans, at);
                mp3.add(sound);
                timings.add(new Timing(line.id(), shifted(spans)));
                at += sound.length;
                boolean last = i + 1 == script.lines().size();
                at += silence(mp3, last ? END : pause(line, script.lines().get(i + 1)));
            }
            return new Sound(mp3.finish(), millis(at) + Mp3.DELAY_MILLIS, List.copyOf(timings));
        }
    }

    /**
     * @param spans takes the sentences' places in the file, in samples
     * @param at where the line begins
     */
    private float[] spoken(Line line, String language, Cast cast, List<Span> spans, long at)
            throws SpeechException, InterruptedException {
        var voice = cast.voice(line.role());
        var sound = new float[0];
        for (var sentence : line.sentences()) {
            var said = Trim.of(engine.say(sentence, language, voice, cast));
            if (said.length == 0) {
                throw new SpeechException(
                        "the speech engine made no sound of \"%s\"".formatted(sentence));
            }
            int from =
                    spans.isEmpty()
                            ? 0
                            : sound.length + samples(pauseAfter(line, spans.size() - 1));
            sound = Arrays.copyOf(sound, from + said.length);
            System.arraycopy(said, 0, sound, from, said.length);
            spans.add(new Span(at + from, at + sound.length));
        }
        Loudness.level(sound);
        return sound;
    }

    private static int pauseAfter(Line line, int sentence) {
        return line.sentences().get(sentence).endsWith("?") ? AFTER_QUESTION : AFTER_SENTENCE;
    }

    static int pause(Line line, Line next) {
        return switch (next.kind()) {
            case CHAPTER -> BEFORE_CHAPTER;
            case HEADING -> BEFORE_HEADING;
            case TEXT -> {
                if (line.kind() != Kind.TEXT) {
                    yield AFTER_HEADING;
                }
                if (line.role().equals(next.role())) {
                    yield AFTER_PARAGRAPH;
                }
                yield line.sentences().getLast().endsWith("?") ? AFTER_ASKING : AFTER_TURN;
            }
        };
    }

    private static int silence(Mp3 mp3, int millis) {
        mp3.add(new float[samples(millis)]);
        return samples(millis);
    }

    private static List<Span> shifted(List<Span> samples) {
        return samples.stream()
                .map(span ->
                        new Span(
                                millis(span.from()) + Mp3.DELAY_MILLIS,
                                millis(span.to()) + Mp3.DELAY_MILLIS))
                .toList();
    }

    private static int samples(int millis) {
        return millis * (SpeechEngine.RATE / 1000);
    }

    private static long millis(long samples) {
        return samples * 1000 / SpeechEngine.RATE;
    }
}
