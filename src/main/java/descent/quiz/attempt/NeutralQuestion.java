package descent.quiz.attempt;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question of a test that turned out broken: it counts for nobody. */
@Entity
public class NeutralQuestion extends PanacheEntityBase {
    @Embeddable
    public record Key(String courseId, String testId, String questionId) {}

    @EmbeddedId public Key key;

    /** As learners are told. */
    public String reason;

    public @Nullable UUID madeBy;
    public Instant madeAt;

    protected NeutralQuestion() {}

    public NeutralQuestion(Key key, String reason, UUID madeBy, Instant now) {
        this.key = key;
        this.reason = reason;
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    /** Why, by the id of the question. */
    public static Map<String, String> of(Attempt attempt) {
        return of(attempt.courseId, attempt.testId);
    }

    public static Map<String, String> of(String courseId, String testId) {
        List<NeutralQuestion> all = list("key.courseId = ?1 and key.testId = ?2", courseId, testId);
        var reasons = new HashMap<String, String>();
        all.forEach(each -> reasons.put(each.key.questionId(), each.reason));
        return reasons;
    }
}
