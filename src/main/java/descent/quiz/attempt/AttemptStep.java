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
import java.util.ArrayList;
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
        /** Of a test taken in order: the question lies behind. */
        PASSED,
        SUBMITTED,
        TIMED_OUT,
        /** An author ended it. */
        CLOSED,
        /** An author let it go on. */
        REOPENED,
        DEADLINE_MOVED,
        /** A question has its grade, or another one. */
        GRADED,
        /** A run was asked for that decides about an answer. */
        RUN_ASKED,
        /** The runs asked for came to nothing: a person has to decide. */
        RUN_FAILED,
        /** Of practice: an answer was checked, and may be mended. */
        TRIED,
        /** Of practice: a hint was given. */
        HINTED,
        /** Of practice: the solution was shown. */
        REVEALED
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

    public AttemptStep(Attempt attempt, Kind kind, Instant at) {
        this.attemptId = attempt.id;
        this.kind = kind;
        this.at = at;
    }

    public AttemptStep about(int question) {
        this.question = question;
        return this;
    }

    public AttemptStep answered(int revision, Response response, @Nullable String requestKey) {
        this.revision = revision;
        this.response = response.json();
        this.requestKey = requestKey;
        return this;
    }

    public AttemptStep with(@Nullable String detail) {
        this.detail = detail;
        return this;
    }

    /** What happened to a question since it got its latest grade. */
    public static List<AttemptStep> sinceGraded(List<AttemptStep> steps, int number) {
        var since = new ArrayList<AttemptStep>();
        for (var step : steps) {
            if (step.isAbout(number, Kind.GRADED)) {
                since.clear();
            } else if (step.question != null && step.question == number) {
                since.add(step);
            }
        }
        return since;
    }

    public boolean isAbout(int number, Kind kind) {
        return this.kind == kind && question != null && question == number;
    }

    /** In the order in which they happened. */
    public static List<AttemptStep> of(Attempt attempt) {
        return list("attemptId = ?1 order by id", attempt.id);
    }

    public static Optional<AttemptStep> lastSaved(Attempt attempt, int question) {
        return find(
                        "attemptId = ?1 and question = ?2 and kind = ?3 order by revision desc",
                        attempt.id,
                        question,
                        Kind.SAVED)
                .firstResultOptional();
    }

    /**
     * Of a test taken in order: the question at which it stands, one past the last when all lie
     * behind.
     */
    public static int next(Attempt attempt) {
        return AttemptStep.<AttemptStep>find(
                                "attemptId = ?1 and kind = ?2 order by question desc",
                                attempt.id,
                                Kind.PASSED)
                        .firstResultOptional()
                        .map(step -> step.question)
                        .orElse(0)
                + 1;
    }

    /** How often the deadlines of these have been moved. */
    public static long moves(List<UUID> attempts) {
        return count(
                "attemptId in ?1 and kind in (?2, ?3)",
                attempts,
                Kind.DEADLINE_MOVED,
                Kind.REOPENED);
    }

    public static Optional<AttemptStep> withKey(Attempt attempt, String requestKey) {
        return find("attemptId = ?1 and requestKey = ?2", attempt.id, requestKey)
                .firstResultOptional();
    }
}
