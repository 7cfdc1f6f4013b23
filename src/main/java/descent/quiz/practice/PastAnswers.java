package descent.quiz.practice;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.practice.Strengths.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody's answers in tests and practice tell of the concepts of a course, as far as the
 * learner may know it.
 */
@ApplicationScoped
class PastAnswers {
    /** Older ones hardly weigh any more. */
    private static final int MOST = 2_000;

    private final Clock clock;

    PastAnswers(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    Strengths strengths(UUID personId, Course course) {
        List<Tuple> grades =
                Attempt.getEntityManager()
                        .createQuery(
                                """
                                select q.questionId, s.detail, s.at
                                from AttemptStep s
                                join Attempt a on a.id = s.attemptId
                                join AttemptQuestion q on q.key.attemptId = a.id and q.key.number = s.question
                                where a.personId = :person and a.courseId = :course and s.kind = :graded and not q.untold
                                order by s.id desc
                                """,
                                Tuple.class)
                        .setParameter("person", personId)
                        .setParameter("course", course.id())
                        .setParameter("graded", Kind.GRADED)
                        .setMaxResults(MOST)
                        .getResultList();
        var answered = grades.stream().flatMap(grade -> answered(grade, course)).toList();
        return Strengths.of(answered, clock.instant());
    }

    private static Stream<Answered> answered(Tuple grade, Course course) {
        var given = GivenGrade.read(grade.get(1, String.class));
        return given.isPending()
                ? Stream.empty()
                : course.question(grade.get(0, String.class)).map(BankQuestion::concept).stream()
                        .map(concept ->
                                new Answered(
                                        concept,
                                        given.grade().fraction().value(),
                                        grade.get(2, Instant.class)));
    }
}
