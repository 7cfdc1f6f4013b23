package descent.audio.track;

import descent.audio.sound.Rendering;
import descent.shared.blob.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The queue of sounds: rows, claimed one at a time by workers anywhere. Samples that an author
 * waits for go first, then who came first, in the order of the course, its words behind its
 * lessons.
 */
@ApplicationScoped
class SoundQueue {
    /** A line may take a slow engine minutes; then the worker is taken for dead. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** A sound lost with its worker is begun again once; lost twice, it has failed. */
    private static final int TRIES = 2;

    private static final int SKIP_LOCKED = -2;

    private final EntityManager database;
    private final Blobs blobs;
    private final Clock clock;

    SoundQueue(EntityManager database, Blobs blobs, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** A sound that a worker has taken; {@code tries} tells this claim from an earlier one. */
    record Claim(String key, String task, boolean sample, String worker, int tries) {}

    /** Puts what is wanted into the queue, unless it is there or done already. */
    @Transactional
    void add(String courseId, List<Wanted.Item> items) {
        for (int place = 0; place < items.size(); place++) {
            var item = items.get(place);
            insert(
                    item.key(),
                    courseId,
                    item.lesson().id(),
                    item.track().name(),
                    "",
                    item.task(),
                    item.script().lines().size(),
                    place);
        }
    }

    @Transactional
    void addWords(String courseId, List<Wanted.Word> words) {
        for (int place = 0; place < words.size(); place++) {
            var word = words.get(place);
            insert(word.key(), courseId, "", "", word.term(), word.task(), 1, place);
        }
    }

    @Transactional
    void addSample(String key, String courseId, String task, int lines) {
        insert(key, courseId, "", "", "", task, lines, 0);
    }

    /** Without a lesson, and so without a track, and without a term it is a sample. */
    private void insert(
            String key,
            String courseId,
            String lessonId,
            String track,
            String termId,
            String task,
            int lines,
            int place) {
        database.createNativeQuery(
                        """
                        insert into audio_sound
                            (key, course_id, lesson_id, track, term_id, task, lines, place, state, queued_at)
                        values (:key, :course, nullif(:lesson, ''), nullif(:track, ''), nullif(:term, ''), :task, :lines,
                            :place, 'WAITING', :now)
                        on conflict (key) do update set lesson_id = coalesce(excluded.lesson_id, audio_sound.lesson_id),
                            track = coalesce(excluded.track, audio_sound.track),
                            term_id = coalesce(excluded.term_id, audio_sound.term_id)
                        """)
                .setParameter("key", key)
                .setParameter("course", courseId)
                .setParameter("lesson", lessonId)
                .setParameter("track", track)
                .setParameter("term", termId)
                .setParameter("task", task)
                .setParameter("lines", lines)
                .setParameter("place", place)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    Optional<Claim> claim(String worker, boolean samplesOnly) {
        var now = clock.instant();
        giveUpLost();
        List<?> keys =
                database.createNativeQuery(
                                """
                                select key from audio_sound
                                where state = 'WAITING' and (coalesce(lesson_id, term_id) is null or not :samples)
                                order by coalesce(lesson_id, term_id) is not null, queued_at, place
                                for update skip locked
                                limit 1
                                """,
                                String.class)
                        .setParameter("samples", samplesOnly)
                        .getResultList();
        return keys.stream()
                .findFirst()
                .flatMap(key -> Sound.locked((String) key))
                .map(sound -> {
                    sound.state = SoundState.RUNNING;
                    sound.worker = worker;
                    sound.tries++;
                    sound.done = 0;
                    sound.leaseUntil = now.plus(LEASE);
                    return new Claim(sound.key, sound.task, sound.isSample(), worker, sound.tries);
                });
    }

    private void giveUpLost() {
        var now = clock.instant();
        List<Sound> lost =
                Sound.<Sound>find("state = ?1 and leaseUntil < ?2", SoundState.RUNNING, now)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                        .list();
        for (var sound : lost) {
            if (sound.tries < TRIES) {
                sound.waitAgain();
            } else {
                sound.fail("The sound was lost twice with the program that made it.", now);
            }
        }
    }

    /**
     * @return whether the sound still is this worker's
     */
    @Transactional
    boolean progress(Claim claim, int done) {
        var owned = owned(claim);
        owned.ifPresent(sound -> {
            sound.done = done;
            sound.leaseUntil = clock.instant().plus(LEASE);
        });
        return owned.isPresent();
    }

    /** File and row at once: nothing half-made is ever there. */
    @Transactional
    void finish(Claim claim, Rendering.Sound made) {
        owned(claim)
                .ifPresent(sound -> {
                    sound.blob = blobs.keep(made.mp3());
                    sound.millis = made.millis();
                    sound.timings = Task.json(made.timings());
                    sound.state = SoundState.READY;
                    sound.done = sound.lines;
                    sound.worker = null;
                    sound.leaseUntil = null;
                    sound.endedAt = clock.instant();
                });
    }

    @Transactional
    void fail(Claim claim, String reason) {
        owned(claim).ifPresent(sound -> sound.fail(reason, clock.instant()));
    }

    /** Lets another worker begin anew: the program ends. */
    @Transactional
    void handBack(Claim claim) {
        owned(claim)
                .ifPresent(sound -> {
                    sound.waitAgain();
                    sound.tries--;
                });
    }

    private static Optional<Sound> owned(Claim claim) {
        return Sound.locked(claim.key())
                .filter(sound ->
                        sound.state == SoundState.RUNNING
                                && claim.worker().equals(sound.worker)
                                && claim.tries() == sound.tries);
    }
}
