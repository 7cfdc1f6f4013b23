package descent.quiz.attempt;

import descent.question.drawn.DrawnQuestion;
import descent.quiz.rules.QuestionDraw.Placed;
import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A question of an attempt, stored whole. */
@Entity
@Immutable
public class AttemptQuestion extends PanacheEntityBase {
    /**
     * @param number from 1, in the order in which they are asked
     */
    @Embeddable
    public record Key(UUID attemptId, int number) {}

    @EmbeddedId public Key key;

    public String questionId;
    public String lessonId;
    public BigDecimal points;

    /** Canonical JSON, key included. */
    public String drawn;

    protected AttemptQuestion() {}

    AttemptQuestion(UUID attemptId, int number, Placed placed) {
        this.key = new Key(attemptId, number);
        this.questionId = placed.question().id();
        this.lessonId = placed.lessonId();
        this.points = placed.points();
        this.drawn = placed.question().json();
    }

    /** In the order in which they are asked. */
    public static List<AttemptQuestion> of(Attempt attempt) {
        return list("key.attemptId = ?1 order by key.number", attempt.id);
    }

    /**
     * @throws Problem 404 when the attempt has no question of this number
     */
    public static AttemptQuestion of(Attempt attempt, int number) {
        return AttemptQuestion.<AttemptQuestion>findByIdOptional(new Key(attempt.id, number))
                .orElseThrow(() -> Problem.notFound("question"));
    }

    public int number() {
        return key.number();
    }

    /** With the key: nothing for a browser. */
    public DrawnQuestion drawn() {
        return DrawnQuestion.read(drawn);
    }
}
