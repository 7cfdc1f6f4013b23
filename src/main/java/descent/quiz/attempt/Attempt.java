package descent.quiz.attempt;

import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a test. Who changes anything about it locks this row first; what happened are its
 * {@link AttemptStep}s.
 */
@Entity
public class Attempt extends PanacheEntityBase {
    /** So long after the deadline handing in still counts, and nothing else happens. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    @Id public UUID id;

    public UUID personId;
    public String courseId;
    public String testId;

    /** From 1, for each person and test. */
    public int number;

    /** As the rules were when it began, as is {@code pass}. */
    public String title;

    public BigDecimal pass;
    public long seed;

    @Enumerated(EnumType.STRING)
    public AttemptState state;

    public Instant startedAt;
    public Instant deadline;
    public @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    public @Nullable EndedBy endedBy;

    public @Nullable Instant gradedAt;
    public @Nullable BigDecimal mark;
    public BigDecimal outOf;
    public int unmarked;

    protected Attempt() {}

    /**
     * @throws Problem 404 when there is none, or it is another's
     */
    public static Attempt of(UUID id, UUID personId) {
        return theirs(Attempt.<Attempt>findByIdOptional(id), personId);
    }

    /** The same, locked until the end of the transaction. */
    static Attempt locked(UUID id, UUID personId) {
        return theirs(locked(id), personId);
    }

    static Optional<Attempt> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Attempt theirs(Optional<Attempt> found, UUID personId) {
        var attempt = found.orElseThrow(() -> Problem.notFound("attempt"));
        if (!attempt.personId.equals(personId)) {
            throw Problem.notYours("attempt");
        }
        return attempt;
    }

    /** The first one first. */
    public static List<Attempt> at(String courseId, String testId, UUID personId) {
        return list(
                "courseId = ?1 and testId = ?2 and personId = ?3 order by number",
                courseId,
                testId,
                personId);
    }

    public boolean isOpen() {
        return state == AttemptState.OPEN;
    }

    public boolean isGraded() {
        return state == AttemptState.GRADED;
    }

    /** Whether an answer that arrived then counts. */
    public boolean takesAnswers(Instant arrived) {
        return isOpen() && !arrived.isAfter(deadline);
    }

    /** Whether time has ended it, also for who wants to hand in at the last moment. */
    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(deadline.plus(GRACE));
    }

    public Duration remaining(Instant now) {
        var left = Duration.between(now, deadline);
        return isOpen() && left.isPositive() ? left : Duration.ZERO;
    }

    void end(EndedBy by, Instant at) {
        state = AttemptState.SUBMITTED;
        endedBy = by;
        finishedAt = at.isBefore(deadline) ? at : deadline;
    }

    void grade(BigDecimal mark, int unmarked, Instant now) {
        state = AttemptState.GRADED;
        this.mark = mark;
        this.unmarked = unmarked;
        gradedAt = now;
    }

    /** Of the points, from 0 to 1; of an attempt that is not graded yet, 0. */
    public BigDecimal share() {
        return mark == null || mark.signum() <= 0 || outOf.signum() == 0
                ? BigDecimal.ZERO
                : mark.divide(outOf, 10, RoundingMode.HALF_EVEN);
    }

    public boolean isPassed() {
        return isGraded() && share().compareTo(pass) >= 0;
    }
}
