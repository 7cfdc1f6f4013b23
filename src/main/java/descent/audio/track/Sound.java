package descent.audio.track;

import descent.audio.script.Track;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sound that is made of a script, or is to be. */
@Entity
@Table(name = "audio_sound")
class Sound extends PanacheEntityBase {
    @Id public String key;

    public String courseId;
    public @Nullable String lessonId;

    /** Of a word of the glossary. */
    public @Nullable String termId;

    @Enumerated(EnumType.STRING)
    public @Nullable Track track;

    public String task;
    public int lines;

    @Enumerated(EnumType.STRING)
    public SoundState state;

    /** In the order of the course. */
    public int place;

    public Instant queuedAt;
    public @Nullable String worker;
    public @Nullable Instant leaseUntil;
    public int tries;

    /** Lines that are spoken already. */
    public int done;

    /** Why it failed. */
    public @Nullable String reason;

    public @Nullable String blob;
    public @Nullable Long millis;
    public @Nullable String timings;
    public @Nullable Instant endedAt;

    protected Sound() {}

    static Optional<Sound> locked(String key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether an author waits for it. */
    boolean isSample() {
        return lessonId == null && termId == null;
    }

    void waitAgain() {
        state = SoundState.WAITING;
        worker = null;
        leaseUntil = null;
        reason = null;
        done = 0;
    }

    void fail(String why, Instant now) {
        state = SoundState.FAILED;
        reason = why;
        worker = null;
        leaseUntil = null;
        endedAt = now;
    }
}
