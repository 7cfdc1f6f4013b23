package descent.quiz.practice;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.taking.EndAttempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.OptionalInt;
import java.util.UUID;

/** Finds the question that is next in a practice, draws one where it is endless, or ends it. */
@ApplicationScoped
public class GoOnWithPractice {
    private final DrawPractice drawPractice;
    private final EndAttempt endAttempt;

    GoOnWithPractice(DrawPractice drawPractice, EndAttempt endAttempt) {
        this.drawPractice = drawPractice;
        this.endAttempt = endAttempt;
    }

    /**
     * The number of the first question behind this one that is not done with, else of any; a new
     * one where all are done. Empty when there is none left: the practice has ended then.
     *
     * @param from 0 for the first of all
     */
    @Transactional
    public OptionalInt next(UUID attemptId, UUID personId, int from) {
        var attempt = Attempt.locked(attemptId, personId);
        if (!attempt.isOpen()) {
            return OptionalInt.empty();
        }
        var done = GivenGrade.of(AttemptStep.of(attempt)).keySet();
        var open =
                AttemptQuestion.of(attempt).stream()
                        .mapToInt(AttemptQuestion::number)
                        .filter(number -> !done.contains(number))
                        .toArray();
        for (int number : open) {
            if (number > from) {
                return OptionalInt.of(number);
            }
        }
        if (attempt.endless && drawPractice.add(attempt, 1) > 0) {
            return OptionalInt.of(done.size() + open.length + 1);
        }
        if (open.length > 0) {
            return OptionalInt.of(open[0]);
        }
        endAttempt.endPractice(attempt);
        return OptionalInt.empty();
    }

    /** Of one that has ended nothing changes. */
    @Transactional
    public void end(UUID attemptId, UUID personId) {
        endAttempt.endPractice(Attempt.locked(attemptId, personId));
    }
}
