package descent.quiz.report;

import descent.question.tree.Trees;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Puts a learner's report into the inbox of the course's authors, and takes it out again. */
@ApplicationScoped
public class ReportMistake {
    public static final int LONGEST = 2_000;

    private static final long MOST_A_DAY = 50;
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;

    ReportMistake(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws Problem 404 for what is not this person's, 422 for a text too short or too long, 429
     *     for too many
     */
    @Transactional
    public void report(UUID attemptId, UUID personId, int number, String text) {
        var attempt = Attempt.of(attemptId, personId);
        var question = AttemptQuestion.of(attempt, number);
        var said = text.strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST) {
            throw Problem.unprocessable(
                    "Say in 1 to %,d characters what is wrong; it was %,d."
                            .formatted(LONGEST, said.codePointCount(0, said.length())),
                    Map.of());
        }
        if (!Trees.storable(said)) {
            throw Problem.unprocessable(
                    "A report cannot hold the character NUL or half of a surrogate pair.",
                    Map.of());
        }
        Turn.take("reports of " + personId);
        var now = clock.instant();
        if (MistakeReport.count("personId = ?1 and reportedAt > ?2", personId, now.minus(DAY))
                >= MOST_A_DAY) {
            throw Problem.tooMany(
                    "You have sent %d reports today. Thank you; more can be sent tomorrow."
                            .formatted(MOST_A_DAY),
                    DAY);
        }
        boolean known =
                MistakeReport.count(
                                "personId = ?1 and questionId = ?2 and text = ?3 and settledAt is"
                                        + " null",
                                personId,
                                question.questionId,
                                said)
                        > 0;
        if (!known) {
            new MistakeReport(attempt, question, said, now).persist();
        }
    }

    /**
     * @throws Problem 404 when the course has no such report
     */
    @Transactional
    public void settle(UUID id, String courseId, UUID author, boolean settled) {
        var report =
                MistakeReport.<MistakeReport>findByIdOptional(id)
                        .filter(each -> each.courseId.equals(courseId))
                        .orElseThrow(() -> Problem.notFound("report"));
        report.settledAt = settled ? clock.instant() : null;
        report.settledBy = settled ? author : null;
    }
}
