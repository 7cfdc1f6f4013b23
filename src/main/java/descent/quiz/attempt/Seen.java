package descent.quiz.attempt;

import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How often somebody has been asked each question of a course. */
public final class Seen {
    private Seen() {}

    /** By its id. */
    public static Map<String, Long> by(UUID personId, String courseId) {
        List<Tuple> counts =
                Attempt.getEntityManager()
                        .createQuery(
                                """
                                select q.questionId, count(*)
                                from AttemptQuestion q join Attempt a on a.id = q.key.attemptId
                                where a.personId = :person and a.courseId = :course
                                group by q.questionId
                                """,
                                Tuple.class)
                        .setParameter("person", personId)
                        .setParameter("course", courseId)
                        .getResultList();
        var seen = new HashMap<String, Long>();
        counts.forEach(count -> seen.put(count.get(0, String.class), count.get(1, Long.class)));
        return seen;
    }
}
