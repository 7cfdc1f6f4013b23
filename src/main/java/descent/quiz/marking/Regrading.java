package descent.quiz.marking;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The attempts at a test being graded anew, or what came of it: one for a test. */
@Entity
public class Regrading extends PanacheEntityBase {
    public enum State {
        /** The plan is being made, or will be. */
        LOOKING,
        LOOKED,
        /** Grades are being changed, or will be. */
        CHANGING,
        CHANGED,
        /** The program was at fault; the log says how. */
        BROKEN;

        private static final List<State> AT_WORK = List.of(LOOKING, CHANGING);
    }

    @Id public UUID id;

    public String courseId;
    public String testId;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant begunAt;

    /** Attempts that were looked at. */
    public int done;

    /** 0 while nobody knows. */
    public int total;

    /** Grades that would be others, or have become so. */
    public int changed;

    protected Regrading() {}

    Regrading(String courseId, String testId, Instant now) {
        this.id = UUID.randomUUID();
        this.courseId = courseId;
        this.testId = testId;
        this.state = State.LOOKING;
        this.begunAt = now;
    }

    public static Optional<Regrading> of(String courseId, String testId) {
        return find("courseId = ?1 and testId = ?2", courseId, testId).firstResultOptional();
    }

    public boolean isAtWork() {
        return State.AT_WORK.contains(state);
    }

    static Optional<Regrading> next() {
        return find("state in ?1 order by begunAt", State.AT_WORK).firstResultOptional();
    }

    /**
     * So many attempts have been looked at, as part of the transaction in which the last one is.
     *
     * @return false when nobody wants it any more
     */
    static boolean step(UUID id, int done, int total) {
        return update("done = ?1, total = ?2 where id = ?3", done, total, id) > 0;
    }

    static void settle(UUID id, State state) {
        QuarkusTransaction.requiringNew().run(() -> update("state = ?1 where id = ?2", state, id));
    }
}
