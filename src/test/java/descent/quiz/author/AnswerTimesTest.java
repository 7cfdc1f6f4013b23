package descent.quiz.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.Behaviour;
import descent.quiz.author.TestData.Whole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long learners were at each question, made of what the ledger holds. */
class AnswerTimesTest {
    private static final Instant START = Instant.parse("2027-02-01T09:00:00Z");

    private final Attempt attempt =
            Attempt.begun(
                    new UUID(1, 1),
                    "course",
                    "test",
                    Behaviour.TEST,
                    1,
                    START,
                    START.plusSeconds(3_600));

    private AttemptStep step(Kind kind, int seconds) {
        return new AttemptStep(attempt, kind, START.plusSeconds(seconds));
    }

    private static AttemptQuestion question(int number) {
        var question = new EmptyQuestion();
        question.key = new AttemptQuestion.Key(new UUID(1, 2), number);
        question.questionId = "q" + number;
        return question;
    }

    private static final class EmptyQuestion extends AttemptQuestion {}

    private Map<String, List<Double>> times(AttemptStep... steps) {
        var all = List.of(steps);
        return AnswerTimes.of(
                List.of(
                        new Whole(
                                attempt,
                                List.of(question(1), question(2)),
                                all,
                                AnswerSheet.of(all),
                                Map.of())));
    }

    @Test
    void answerTookTheTimeSinceTheDeedBeforeAndChangesAreAddedToIt() {
        assertEquals(
                Map.of("q1", List.of(40.0), "q2", List.of(20.0)),
                times(
                        step(Kind.STARTED, 0),
                        step(Kind.SAVED, 30).about(1),
                        step(Kind.SAVED, 50).about(2),
                        step(Kind.FLAGGED, 60).about(2),
                        step(Kind.SAVED, 70).about(1)));
    }

    @Test
    void whatOthersDoTakesNoTimeAndLongPausesCountAQuarterOfAnHour() {
        assertEquals(
                Map.of("q1", List.of(900.0)),
                times(
                        step(Kind.STARTED, 0),
                        step(Kind.DEADLINE_MOVED, 1_990),
                        step(Kind.SAVED, 2_000).about(1),
                        step(Kind.LATE, 3_000).about(2)));
    }

    /** The clock of the server may have been put back. */
    @Test
    void noTimeIsNegative() {
        assertEquals(
                Map.of("q1", List.of(0.0)),
                times(step(Kind.STARTED, 100), step(Kind.SAVED, 90).about(1)));
    }
}
