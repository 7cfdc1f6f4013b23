package descent.quiz.attempt;

import descent.question.drawn.Asked;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Input;
import descent.question.drawn.Reading;
import descent.question.drawn.Response;
import descent.quiz.rules.QuestionDraw.Placed;
import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question of an attempt, stored whole. */
@Entity
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

    /** The heading of the test under which it stands; empty when there is none. */
    public String section;

    /** Canonical JSON, key included. */
    public String drawn;

    /** The same with the key of a later revision, where one was applied. */
    public @Nullable String rekeyed;

    /** Whether the other rooms do not know its grade yet, because its learner may not. */
    public boolean untold;

    protected AttemptQuestion() {}

    public AttemptQuestion(UUID attemptId, int number, Placed placed, String section) {
        this.key = new Key(attemptId, number);
        this.questionId = placed.question().id();
        this.lessonId = placed.lessonId();
        this.points = placed.points();
        this.section = section;
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

    /** How many questions each of these attempts has. */
    public static Map<UUID, Long> counts(List<UUID> attempts) {
        return getEntityManager()
                .createQuery(
                        "select key.attemptId, count(*) from AttemptQuestion where key.attemptId in"
                                + " :attempts group by key.attemptId",
                        Tuple.class)
                .setParameter("attempts", attempts)
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                count -> count.get(0, UUID.class),
                                count -> count.get(1, Long.class)));
    }

    public int number() {
        return key.number();
    }

    /** With the key: nothing for a browser. */
    public DrawnQuestion drawn() {
        return DrawnQuestion.read(rekeyed == null ? drawn : rekeyed);
    }

    /** What was asked, without the key. */
    public Asked asked() {
        return DrawnQuestion.readAsked(drawn);
    }

    /** Grades it by another key from now on; what was asked stays. */
    public void rekey(DrawnQuestion other) {
        rekeyed = other.json();
    }

    /** Whether a response says something, be it readable or not. */
    public boolean isAnswered(Response response) {
        return !response.values().isEmpty()
                && !asked().read(response).values().stream()
                        .allMatch(Reading.Unanswered.class::isInstance);
    }

    boolean isGradedByRun() {
        return asked().inputs().stream().anyMatch(Input.Configuration.class::isInstance);
    }
}
