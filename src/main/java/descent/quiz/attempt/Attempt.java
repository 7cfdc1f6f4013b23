package descent.quiz.attempt;

import descent.course.material.ReviewPolicy;
import descent.course.material.ReviewPolicy.Part;
import descent.course.material.ReviewPolicy.Phase;
import descent.quiz.rules.TestRules;
import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The test that practice belongs to. */
    public static final String NO_TEST = "";

    /** Not to be guessed: the names of options come from it. */
    private static final SecureRandom SEEDS = new SecureRandom();

    @Id public UUID id;

    public UUID personId;
    public String courseId;
    public String testId;

    @Enumerated(EnumType.STRING)
    public Behaviour behaviour;

    /** From 1, for each person, test and behaviour. */
    public int number;

    /** As the rules were when it began, as are the next three. */
    public String title;

    public BigDecimal pass;

    /** One question after the other, and none again. */
    public boolean sequential;

    /** How sure one is counts too. */
    public boolean certainty;

    public long seed;

    @Enumerated(EnumType.STRING)
    public AttemptState state;

    public Instant startedAt;
    public Instant deadline;

    /** In the deadline beyond what rules and allowance make of it. */
    public int extensionSeconds;

    public @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    public @Nullable EndedBy endedBy;

    public @Nullable Instant gradedAt;
    public @Nullable BigDecimal mark;
    public BigDecimal outOf;

    /** How many answers wait for a person who marks them. */
    public int unmarked;

    /** How many answers wait for a run of the server's. */
    public int awaiting;

    /** Whether the other rooms do not know its points yet, because its learner may not. */
    public boolean untold;

    /** Of practice: whether questions come for ever. */
    public boolean endless;

    /** Of practice: the concepts chosen, separated by commas; empty for all. */
    public String concepts = "";

    protected Attempt() {}

    /** A new one, without title and questions yet. */
    public static Attempt begun(
            UUID personId,
            String courseId,
            String testId,
            Behaviour behaviour,
            int number,
            Instant now,
            Instant deadline) {
        var attempt = new Attempt();
        attempt.id = UUID.randomUUID();
        attempt.personId = personId;
        attempt.courseId = courseId;
        attempt.testId = testId;
        attempt.behaviour = behaviour;
        attempt.number = number;
        attempt.title = "";
        attempt.pass = BigDecimal.ONE;
        attempt.seed = SEEDS.nextLong();
        attempt.state = AttemptState.OPEN;
        attempt.startedAt = now;
        attempt.deadline = deadline;
        attempt.outOf = BigDecimal.ZERO;
        return attempt;
    }

    /**
     * @throws Problem 404 when there is none, or it is another's
     */
    public static Attempt of(UUID id, UUID personId) {
        return theirs(Attempt.<Attempt>findByIdOptional(id), personId);
    }

    /** The same, locked until the end of the transaction. */
    public static Attempt locked(UUID id, UUID personId) {
        return theirs(locked(id), personId);
    }

    public static Optional<Attempt> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks one that was read before, as it is by now. */
    public void lockAnew() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * For an author of the course: locked.
     *
     * @throws Problem 404 when the course has no such attempt
     */
    public static Attempt inCourse(UUID id, String courseId) {
        return locked(id)
                .filter(attempt -> attempt.courseId.equals(courseId))
                .orElseThrow(() -> Problem.notFound("attempt"));
    }

    /**
     * @param testId empty: at all tests
     */
    public static List<Attempt> lockedOpenIn(String courseId, String testId) {
        return Attempt.<Attempt>find(
                        "courseId = ?1 and behaviour = ?2 and state = ?3 and (?4 = '' or testId ="
                                + " ?4) order by id",
                        courseId,
                        Behaviour.TEST,
                        AttemptState.OPEN,
                        testId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * @param testId empty: at all tests
     */
    public static List<Attempt> lockedOpenOf(UUID personId, String courseId, String testId) {
        return Attempt.<Attempt>find(
                        "personId = ?1 and courseId = ?2 and behaviour = ?3 and state = ?4 and (?5"
                                + " = '' or testId = ?5) order by id",
                        personId,
                        courseId,
                        Behaviour.TEST,
                        AttemptState.OPEN,
                        testId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static Attempt theirs(Optional<Attempt> found, UUID personId) {
        var attempt = found.orElseThrow(() -> Problem.notFound("attempt"));
        if (!attempt.personId.equals(personId)) {
            throw Problem.notYours("attempt");
        }
        return attempt;
    }

    /** The first one first. */
    public static List<Attempt> at(
            String courseId, String testId, Behaviour behaviour, UUID personId) {
        return list(
                "courseId = ?1 and testId = ?2 and behaviour = ?3 and personId = ?4 order by"
                        + " number",
                courseId,
                testId,
                behaviour,
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

    /**
     * What its learner may see now.
     *
     * @param rules of the test; empty when it is gone
     */
    public Set<Part> visible(Optional<TestRules> rules, Instant now) {
        return switch (behaviour) {
            case TEST ->
                    rules.map(each -> each.visible(finishedAt, now))
                            .orElseGet(() ->
                                    ReviewPolicy.MARKS_ONLY.in(
                                            isOpen() ? Phase.DURING : Phase.AFTER_CLOSING));
            case REHEARSAL, PRACTICE ->
                    ReviewPolicy.AT_ONCE.in(isOpen() ? Phase.DURING : Phase.RIGHT_AFTER);
        };
    }

    public void end(EndedBy by, Instant at) {
        state = AttemptState.SUBMITTED;
        endedBy = by;
        finishedAt = at.isBefore(deadline) ? at : deadline;
    }

    /** Lets an attempt that has ended go on. */
    public void open(Instant until) {
        state = AttemptState.OPEN;
        deadline = until;
        endedBy = null;
        finishedAt = null;
        gradedAt = null;
        mark = null;
        unmarked = 0;
        awaiting = 0;
    }

    public void score(Score score, Instant now) {
        if (state == AttemptState.SUBMITTED) {
            state = AttemptState.GRADED;
            gradedAt = now;
        }
        mark = score.mark();
        outOf = score.outOf();
        unmarked = score.unmarked();
        awaiting = score.awaiting();
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
