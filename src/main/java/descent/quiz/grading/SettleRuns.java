package descent.quiz.grading;

import descent.engine.training.RunRecord;
import descent.question.drawn.Grader;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.GivenGrade;
import descent.run.Experiments;
import descent.run.RequestRun;
import descent.run.RunRequest;
import descent.shared.job.OneByOne;
import descent.shared.job.RecurringJob;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the answers that are configurations run, through the queue and the budget of whoever gave
 * them, and grades them by what the runs come to.
 */
@ApplicationScoped
public class SettleRuns implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** A fault of ours is tried again; then a person decides. */
    private static final int MOST_RUNS = 3;

    private final OneByOne<UUID> oneByOne =
            new OneByOne<>("the runs of attempt %s could not be settled");

    private final RequestRun requestRun;
    private final Experiments experiments;
    private final GradeAttempt gradeAttempt;
    private final Clock clock;

    SettleRuns(
            RequestRun requestRun,
            Experiments experiments,
            GradeAttempt gradeAttempt,
            Clock clock) {
        this.requestRun = requestRun;
        this.experiments = experiments;
        this.gradeAttempt = gradeAttempt;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settle-runs-of-attempts";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        oneByOne.each(QuarkusTransaction.requiringNew().call(SettleRuns::waiting), this::settle);
    }

    private static List<UUID> waiting() {
        return Attempt.getEntityManager()
                .createQuery(
                        "select id from Attempt where awaiting > 0 order by finishedAt", UUID.class)
                .getResultList();
    }

    /** Takes each answer that waits for a run as far as it can be taken now. */
    public void settle(UUID attemptId) {
        var waiting = QuarkusTransaction.requiringNew().call(() -> WaitingAnswer.of(attemptId));
        for (var answer : waiting) {
            if (answer.experiment().isEmpty()) {
                ask(answer);
            } else {
                look(answer, answer.experiment().get());
            }
        }
    }

    /** The run by which the answer that stands was graded. */
    public Optional<RunRecord> runOf(Attempt attempt, List<AttemptStep> steps, int number) {
        var asked = Optional.<UUID>empty();
        for (var step : steps) {
            if (step.isAbout(number, Kind.SAVED)) {
                asked = Optional.empty();
            } else if (step.isAbout(number, Kind.RUN_ASKED) && step.detail != null) {
                asked = Optional.of(UUID.fromString(step.detail));
            }
        }
        return asked.flatMap(id -> experiments.figures(id, attempt.personId));
    }

    private void ask(WaitingAnswer answer) {
        var request =
                new RunRequest(answer.personId(), answer.courseId(), null, "Answer in a test");
        try {
            var experiment = requestRun.request(answer.spec(), request);
            note(answer, Kind.RUN_ASKED, experiment.toString());
        } catch (Problem refused) {
            if (refused.status() == 422) {
                // It will never be within the budget.
                grade(answer, Optional.empty());
            }
            // Else there was no room for it: the next time comes.
        }
    }

    private void look(WaitingAnswer answer, UUID experiment) {
        switch (experiments.view(experiment, answer.personId()).state()) {
            case WAITING, RUNNING -> {}
            case FINISHED, DIVERGED ->
                    grade(answer, experiments.figures(experiment, answer.personId()));
            case STOPPED -> grade(answer, Optional.empty());
            case CANCELLED -> ask(answer);
            case FAILED -> {
                if (answer.runs() < MOST_RUNS) {
                    ask(answer);
                } else {
                    note(answer, Kind.RUN_FAILED, null);
                }
            }
        }
    }

    private void grade(WaitingAnswer answer, Optional<RunRecord> run) {
        settled(
                answer,
                attempt -> {
                    var question = AttemptQuestion.of(attempt, answer.number());
                    var steps = AttemptStep.of(attempt);
                    var grade = Grader.ran(question.drawn(), run).grade();
                    var entry = AnswerSheet.of(steps).to(answer.number());
                    gradeAttempt.give(
                            attempt,
                            question,
                            GivenGrade.byProgram(attempt, question, grade, entry),
                            steps);
                });
    }

    private void note(WaitingAnswer answer, Kind kind, @Nullable String detail) {
        settled(
                answer,
                attempt ->
                        new AttemptStep(attempt, kind, clock.instant())
                                .about(answer.number())
                                .with(detail)
                                .persist());
    }

    /** Unless the attempt has changed meanwhile: another replica may have looked too. */
    private void settled(WaitingAnswer answer, Consumer<Attempt> deed) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Attempt.locked(answer.attemptId())
                                .filter(attempt ->
                                        WaitingAnswer.of(answer.attemptId()).contains(answer))
                                .ifPresent(attempt -> {
                                    deed.accept(attempt);
                                    gradeAttempt.rescore(attempt);
                                }));
    }
}
