package descent.quiz.practice;

import descent.course.Courses;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.Seen;
import descent.quiz.rules.Banks;
import descent.quiz.taking.Withheld;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Adds questions to a practice. */
@ApplicationScoped
class DrawPractice {
    private final Courses courses;
    private final Banks banks;
    private final Withheld withheld;
    private final PastAnswers pastAnswers;

    DrawPractice(Courses courses, Banks banks, Withheld withheld, PastAnswers pastAnswers) {
        this.courses = courses;
        this.banks = banks;
        this.withheld = withheld;
        this.pastAnswers = pastAnswers;
    }

    /**
     * @param attempt locked, open
     * @return how many were added
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int add(Attempt attempt, int count) {
        var course = courses.course(attempt.courseId);
        var asked = AttemptQuestion.of(attempt);
        var concepts =
                attempt.concepts.isEmpty() ? Set.<String>of() : Set.of(attempt.concepts.split(","));
        var draw =
                new PracticeDraw(
                        banks.of(course).without(withheld.from(attempt.personId, course.id())),
                        concepts,
                        pastAnswers.strengths(attempt.personId, course),
                        Seen.by(attempt.personId, course.id()),
                        attempt.seed + asked.size());
        var last = asked.isEmpty() ? "" : asked.getLast().drawn().topic().concept();
        int number = asked.size();
        for (var placed : draw.some(count, last)) {
            new AttemptQuestion(attempt.id, ++number, placed, "").persist();
        }
        return number - asked.size();
    }
}
