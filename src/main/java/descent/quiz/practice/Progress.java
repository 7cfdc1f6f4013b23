package descent.quiz.practice;

import descent.question.answer.Fraction;
import descent.question.answer.State;
import descent.question.drawn.Grade;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.GivenGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody has come with one question of a practice.
 *
 * @param tries answers that were checked and not right
 * @param hints that were given
 * @param tried the grade of the answer checked last, before anything is taken off
 * @param done the grade that stands; empty while it may be tried
 */
public record Progress(
        AnswerSheet.Entry answer,
        int tries,
        int hints,
        boolean revealed,
        Optional<GivenGrade> tried,
        Optional<GivenGrade> done) {
    /** Each wrong try and each hint costs a third. */
    private static final long PARTS = 3;

    public static Progress of(List<AttemptStep> steps, int number) {
        int tries = 0;
        int hints = 0;
        boolean revealed = false;
        var tried = Optional.<GivenGrade>empty();
        for (var step : steps) {
            if (step.question == null || step.question != number) {
                continue;
            }
            switch (step.kind) {
                case TRIED -> {
                    tries++;
                    tried = GivenGrade.in(step);
                }
                case HINTED -> hints++;
                case REVEALED -> revealed = true;
                default -> {}
            }
        }
        return new Progress(
                AnswerSheet.of(steps).to(number),
                tries,
                hints,
                revealed,
                tried,
                Optional.ofNullable(GivenGrade.of(steps).get(number)));
    }

    public boolean isDone() {
        return done.isPresent();
    }

    /** What a grade comes to after what is taken off for tries and hints; not below nothing. */
    Grade penalised(Grade grade) {
        var off = Fraction.of(Math.min(PARTS, (long) tries + hints), PARTS).value();
        var left = grade.fraction().value().subtract(off).max(BigDecimal.ZERO);
        return new Grade(grade.state(), new Fraction(left), grade.parts());
    }

    /** What stands when somebody gives up. */
    Grade givenUp() {
        return tried.map(GivenGrade::grade)
                .map(this::penalised)
                .orElseGet(() -> new Grade(State.UNANSWERED, Fraction.ZERO, List.of()));
    }
}
