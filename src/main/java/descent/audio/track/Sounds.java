package descent.audio.track;

import descent.audio.script.Script;
import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.audio.script.Sentences;
import descent.audio.script.Track;
import descent.audio.sound.Captions;
import descent.audio.sound.Recording;
import descent.audio.sound.Timing;
import descent.course.material.Course;
import descent.shared.blob.Blobs;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be heard now, and how far the rest is. */
@ApplicationScoped
public class Sounds {
    private final Wanted wanted;
    private final SoundQueue queue;
    private final MakeSounds worker;
    private final Blobs blobs;
    private final Clock clock;

    Sounds(Wanted wanted, SoundQueue queue, MakeSounds worker, Blobs blobs, Clock clock) {
        this.wanted = wanted;
        this.queue = queue;
        this.worker = worker;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * A file that can be played.
     *
     * @param blob its hash, which tells this sound from an earlier one
     * @param timings empty of a recording: nobody knows when what is said
     * @param ownCaptions that came with a recording; empty for none
     */
    public record Playable(
            String blob,
            int size,
            Recording.Kind kind,
            long millis,
            List<Timing> timings,
            String ownCaptions,
            Instant since) {
        public boolean isCaptioned() {
            return !timings.isEmpty() || !ownCaptions.isEmpty();
        }

        /**
         * As WebVTT.
         *
         * @param speakers the name of a role
         */
        public String captions(Script script, UnaryOperator<String> speakers) {
            return ownCaptions.isEmpty()
                    ? Captions.captions(script, timings, speakers)
                    : ownCaptions;
        }
    }

    /**
     * How far a sound is.
     *
     * @param reason why it failed; empty otherwise
     * @param recorded whether a recording has taken the place of the synthetic voice
     */
    public record Progress(
            String key, SoundState state, int done, int lines, String reason, boolean recorded) {
        public boolean isReady() {
            return state == SoundState.READY;
        }

        public boolean isFailed() {
            return state == SoundState.FAILED;
        }

        public boolean isRunning() {
            return state == SoundState.RUNNING;
        }

        public boolean isUnderWay() {
            return state == SoundState.WAITING || state == SoundState.RUNNING;
        }
    }

    /** There is no such sound now. */
    public static Problem notYet() {
        return Problem.unavailable(
                "The sound of this part is not there yet. Its text is.", Duration.ofSeconds(30));
    }

    @Transactional
    public Optional<Playable> playable(Course course, Wanted.Item item) {
        return recording(course.id(), item.lesson().id(), item.track())
                .or(() -> sample(item.key()));
    }

    private Optional<Playable> recording(String course, String lesson, Track track) {
        return RecordingRow.<RecordingRow>findByIdOptional(
                        new RecordingRow.Key(course, lesson, track))
                .map(row ->
                        new Playable(
                                row.blob,
                                size(row.blob),
                                row.kind,
                                row.millis,
                                List.of(),
                                row.captions,
                                row.uploadedAt));
    }

    /** A word of the glossary, when it is ready. */
    @Transactional
    public Optional<Playable> word(Course course, String term) {
        return wanted.words(course).stream()
                .filter(word -> word.term().equals(term))
                .findFirst()
                .flatMap(word -> sample(word.key()));
    }

    /** By its key, when it is ready. */
    @Transactional
    public Optional<Playable> sample(String key) {
        return Sound.<Sound>findByIdOptional(key)
                .filter(sound -> sound.state == SoundState.READY)
                .map(sound -> {
                    var blob = Objects.requireNonNull(sound.blob);
                    return new Playable(
                            blob,
                            size(blob),
                            Recording.Kind.MP3,
                            Objects.requireNonNull(sound.millis),
                            Task.timings(Objects.requireNonNull(sound.timings)),
                            "",
                            Objects.requireNonNull(sound.endedAt));
                });
    }

    private int size(String blob) {
        return blobs.size(blob)
                .orElseThrow(
                        () -> new IllegalStateException("no blob " + blob + ", which is kept"));
    }

    @Transactional
    public Progress progress(Course course, Wanted.Item item) {
        boolean recorded =
                RecordingRow.findByIdOptional(
                                new RecordingRow.Key(course.id(), item.lesson().id(), item.track()))
                        .isPresent();
        return progress(Sound.findById(item.key()), item.key(), item.script(), recorded);
    }

    /** Of a sample that was asked for in this course. */
    @Transactional
    public Optional<Progress> sampleProgress(String courseId, String key) {
        return Sound.<Sound>findByIdOptional(key)
                .filter(sound -> sound.courseId.equals(courseId))
                .map(sound -> progress(sound, key, Task.read(sound.task).script(), false));
    }

    private static Progress progress(
            @Nullable Sound sound, String key, Script script, boolean recorded) {
        int lines = script.lines().size();
        return sound == null
                ? new Progress(key, SoundState.WAITING, 0, lines, "", recorded)
                : new Progress(
                        key,
                        sound.state,
                        sound.done,
                        lines,
                        sound.reason == null ? "" : sound.reason,
                        recorded);
    }

    /** Begins again what failed. */
    @Transactional
    public void retry(String key) {
        Sound.locked(key)
                .filter(sound -> sound.state == SoundState.FAILED)
                .ifPresent(sound -> {
                    sound.waitAgain();
                    sound.tries = 0;
                    sound.queuedAt = clock.instant();
                });
        worker.wake();
    }

    /**
     * Has a text spoken before all else.
     *
     * @return the key by which to ask for it
     */
    @Transactional
    public String sample(Course course, String role, String text) {
        var sentences = Sentences.of(text, course.language());
        if (sentences.isEmpty()) {
            throw Problem.badRequest("There is nothing to say in this text.");
        }
        var script =
                new Script(
                        course.language(), List.of(new Line("sample", role, Kind.TEXT, sentences)));
        var task = wanted.task(course, script).json();
        var key = Task.key(task);
        queue.addSample(key, course.id(), task, 1);
        retry(key);
        return key;
    }
}
