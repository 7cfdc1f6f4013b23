package descent.audio.track;

import descent.course.Courses;
import descent.course.material.Course;
import descent.shared.job.RecurringJob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has the sound of all courses made: at the first start, after a publication and with another
 * engine. What no course wants any more is forgotten after a while.
 */
@ApplicationScoped
class QueueSounds implements RecurringJob {
    /** A replica with the old program may still want it, or an author roll back. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final Courses courses;
    private final Wanted wanted;
    private final SoundQueue queue;
    private final MakeSounds worker;
    private final Clock clock;
    private final Map<String, Course> done = new ConcurrentHashMap<>();
    private java.time.Instant swept = java.time.Instant.MIN;

    QueueSounds(Courses courses, Wanted wanted, SoundQueue queue, MakeSounds worker, Clock clock) {
        this.courses = courses;
        this.wanted = wanted;
        this.queue = queue;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "queue-sounds";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        for (var id : courses.ids()) {
            courses.find(id)
                    .filter(course -> done.get(id) != course)
                    .ifPresent(course -> {
                        queue.add(id, wanted.of(course));
                        queue.addWords(id, wanted.words(course));
                        worker.wake();
                        done.put(id, course);
                    });
        }
        if (swept.isBefore(clock.instant().minus(BETWEEN_SWEEPS))) {
            swept = clock.instant();
            sweep();
        }
    }

    void sweep() {
        var keys = new HashSet<String>();
        for (var id : courses.ids()) {
            courses.find(id)
                    .ifPresent(course -> {
                        wanted.of(course).forEach(item -> keys.add(item.key()));
                        wanted.words(course).forEach(word -> keys.add(word.key()));
                    });
        }
        QuarkusTransaction.requiringNew().run(() -> forget(keys));
    }

    private void forget(Set<String> keys) {
        var before = clock.instant().minus(KEPT);
        Sound.getEntityManager()
                .createNativeQuery(
                        """
                        delete from audio_sound
                        where queued_at < :before and coalesce(ended_at, queued_at) < :before and key <> all(:keys)
                        """)
                .setParameter("before", before)
                .setParameter("keys", keys.toArray(String[]::new))
                .executeUpdate();
        Sound.getEntityManager()
                .createNativeQuery("delete from audio_upload where created_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
