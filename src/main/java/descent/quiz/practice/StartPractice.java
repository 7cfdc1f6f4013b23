package descent.quiz.practice;

import descent.course.Courses;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.Behaviour;
import descent.quiz.taking.EndAttempt;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedSet;
import java.util.UUID;

/** Begins a practice; one that was under way in the course is over then. */
@ApplicationScoped
public class StartPractice {
    /** One that nobody goes on with is closed after this time. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final int SET = 10;

    private final Courses courses;
    private final DrawPractice drawPractice;
    private final EndAttempt endAttempt;
    private final Clock clock;

    StartPractice(Courses courses, DrawPractice drawPractice, EndAttempt endAttempt, Clock clock) {
        this.courses = courses;
        this.drawPractice = drawPractice;
        this.endAttempt = endAttempt;
        this.clock = clock;
    }

    /**
     * @param concepts ids; none for all
     * @param endless question after question until one has enough, else a set of ten
     * @throws Problem 409 when there is nothing to practise
     */
    @Transactional
    public UUID start(UUID personId, String courseId, SortedSet<String> concepts, boolean endless) {
        courses.course(courseId);
        Turn.take("practice of %s in %s".formatted(personId, courseId));
        var earlier = Attempt.at(courseId, Attempt.NO_TEST, Behaviour.PRACTICE, personId);
        for (var attempt : earlier) {
            if (attempt.isOpen()) {
                attempt.lockAnew();
                endAttempt.endPractice(attempt);
            }
        }
        Attempt.flush();
        var now = clock.instant();
        var attempt =
                Attempt.begun(
                        personId,
                        courseId,
                        Attempt.NO_TEST,
                        Behaviour.PRACTICE,
                        earlier.size() + 1,
                        now,
                        now.plus(LONGEST));
        attempt.title = endless ? "Endless practice" : "Ten questions";
        attempt.endless = endless;
        attempt.concepts = String.join(",", concepts);
        attempt.persist();
        new AttemptStep(attempt, Kind.STARTED, now).persist();
        if (drawPractice.add(attempt, endless ? 1 : SET) == 0) {
            throw Problem.conflict(
                    "There is nothing to practise: the bank has no question of these concepts that"
                            + " no test of yours keeps back.");
        }
        return attempt.id;
    }
}
