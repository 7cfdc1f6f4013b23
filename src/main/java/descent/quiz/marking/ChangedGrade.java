package descent.quiz.marking;

import descent.quiz.attempt.AttemptQuestion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A grade that would be another by the key of now. */
@Entity
class ChangedGrade extends PanacheEntityBase {
    @Embeddable
    record Key(UUID regradingId, UUID attemptId, int number) {}

    @EmbeddedId Key key;

    String questionId;
    BigDecimal pointsBefore;
    BigDecimal pointsAfter;

    protected ChangedGrade() {}

    ChangedGrade(UUID regrading, AttemptQuestion question, BigDecimal before, BigDecimal after) {
        this.key = new Key(regrading, question.key.attemptId(), question.number());
        this.questionId = question.questionId;
        this.pointsBefore = before;
        this.pointsAfter = after;
    }

    /**
     * @param searched a part of the learner's name or the question's id, in whatever case; empty
     *     for all
     */
    static List<Regrade.Difference> of(UUID regrading, String searched, int first, int number) {
        return getEntityManager()
                .createQuery(
                        """
                        select coalesce(p.name, 'somebody who has left'), a.number, g.questionId, g.pointsBefore, g.pointsAfter
                        from ChangedGrade g join Attempt a on a.id = g.key.attemptId left join Person p on p.id = a.personId
                        where g.key.regradingId = :regrading
                            and (position(lower(:searched) in lower(p.name)) > 0 or position(lower(:searched) in g.questionId) > 0)
                        order by a.startedAt, a.id, g.key.number
                        """,
                        Regrade.Difference.class)
                .setParameter("regrading", regrading)
                .setParameter("searched", searched.strip())
                .setFirstResult(first)
                .setMaxResults(number)
                .getResultList();
    }
}
