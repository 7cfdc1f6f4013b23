package descent.quiz.attempt;

import descent.question.drawn.Response;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that happened in an attempt. Written once, never changed. */
@Entity
@Immutable
public class AttemptStep extends PanacheEntityBase {
    /** What happened. */
    public enum Kind {
        STARTED,
        /** An answer was taken; its revision counts from 1 for each question. */
        SAVED,
        /** An answer came after the end: kept here, and not counted. */
        LATE,
        FLAGGED,
        UNFLAGGED,
        SUBMITTED,
        TIMED_OUT,
        /** A question has its grade. */
        GRADED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public UUID attemptId;

    /** Of what a learner sent, when it reached this server. */
    public Instant at;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public @Nullable Integer question;
    public @Nullable Integer revision;

    /** By which a request that is sent again is known. */
    public @Nullable String requestKey;

    /** What was answered, as canonical JSON. */
    public @Nullable String response;

    /** What else is to be known, as JSON. */
    public @Nullable String detail;

    protected AttemptStep() {}

    AttemptStep(Attempt attempt, Kind kind, Instant at) {
        this.attemptId = attempt.id;
        this.kind = kind;
        this.at = at;
    }

    AttemptStep about(int question) {
        this.question = question;
        return this;
    }

    AttemptStep answered(int revision, Response response, @Nullable String requestKey) {
        this.revision = revision;
        this.response = response.json();
        this.requestKey = requestKey;
        return this;
    }

    AttemptStep with(String detail) {
        this.detail = detail;
        return this;
    }

    /** In the order in which they happened. */
    public static List<AttemptStep> of(Attempt attempt) {
        return list("attemptId = ?1 order by id", attempt.id);
    }

    static Optional<AttemptStep> lastSaved(Attempt attempt, int question) {
        return find(
                        "attemptId = ?1 and question = ?2 and kind = ?3 order by revision desc",
                        attempt.id,
                        question,
                        Kind.SAVED)
                .firstResultOptional();
    }

    static Optional<AttemptStep> withKey(Attempt attempt, String requestKey) {
        return find("attemptId = ?1 and requestKey = ?2", attempt.id, requestKey)
                .firstResultOptional();
    }
}
