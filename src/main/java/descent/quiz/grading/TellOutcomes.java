package descent.quiz.grading;

import descent.activity.Activity;
import descent.activity.Activity.QuestionAnswered;
import descent.activity.Activity.ResponseMissed;
import descent.activity.Activity.TestFinished;
import descent.activity.ActivityLog;
import descent.course.material.ReviewPolicy.Part;
import descent.question.answer.State;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.rules.Tests;
import descent.shared.job.OneByOne;
import descent.shared.job.RecurringJob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the other rooms what answers came to: at once where their learner may see it, else as soon
 * as the review policy lets it be seen. A card that is called, or mastery that falls, would say it
 * before.
 */
@ApplicationScoped
class TellOutcomes implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final OneByOne<UUID> oneByOne =
            new OneByOne<>("what came of attempt %s could not be told");

    private final ActivityLog activities;
    private final Tests tests;
    private final Clock clock;

    TellOutcomes(ActivityLog activities, Tests tests, Clock clock) {
        this.activities = activities;
        this.tests = tests;
        this.clock = clock;
    }

    /**
     * What the learner of an attempt may see of it now; in practice each answer is told at once.
     */
    Set<Part> visible(Attempt attempt) {
        if (attempt.behaviour == Behaviour.PRACTICE) {
            return Set.of(Part.values());
        }
        var test = tests.find(attempt.courseId, attempt.testId, attempt.personId);
        return attempt.visible(test.map(Tests.Test::rules), clock.instant());
    }

    /**
     * An answer has its first grade.
     *
     * @param attempt locked
     * @return what is to be told of it now
     */
    List<Activity> answered(
            Attempt attempt, AttemptQuestion question, GivenGrade given, Set<Part> visible) {
        question.untold = !visible.contains(Part.CORRECTNESS);
        return question.untold ? List.of() : news(attempt, question, given);
    }

    /** All at once: whoever listens looks things up once. */
    void tell(List<Activity> news) {
        activities.record(news);
    }

    /**
     * A test has its points, or others.
     *
     * @param attempt locked
     */
    void scored(Attempt attempt, Set<Part> visible) {
        attempt.untold = !visible.contains(Part.MARKS);
        if (!attempt.untold) {
            tell(attempt);
        }
    }

    @Override
    public String name() {
        return "tell-outcomes-of-attempts";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        oneByOne.each(
                QuarkusTransaction.requiringNew().call(this::ready),
                id ->
                        QuarkusTransaction.requiringNew()
                                .run(() ->
                                        Attempt.locked(id)
                                                .filter(Attempt::isGraded)
                                                .ifPresent(this::tellWhatIsVisible)));
    }

    /** What waits for its test to close, for weeks perhaps, is looked at a test at a time. */
    private List<UUID> ready() {
        List<Attempt> waiting =
                Attempt.list(
                        "untold or id in (select key.attemptId from AttemptQuestion where untold)");
        return waiting.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.courseId, each.testId)))
                .values()
                .stream()
                .flatMap(this::readyAt)
                .toList();
    }

    private Stream<UUID> readyAt(List<Attempt> atOneTest) {
        var test = atOneTest.getFirst();
        var people = atOneTest.stream().map(each -> each.personId).toList();
        var rules = tests.rules(test.courseId, test.testId, people);
        return atOneTest.stream()
                .filter(attempt -> {
                    var visible =
                            attempt.visible(
                                    Optional.ofNullable(rules.get(attempt.personId)),
                                    clock.instant());
                    return visible.contains(Part.CORRECTNESS)
                            || attempt.untold && visible.contains(Part.MARKS);
                })
                .map(attempt -> attempt.id);
    }

    private void tellWhatIsVisible(Attempt attempt) {
        var visible = visible(attempt);
        if (visible.contains(Part.CORRECTNESS)) {
            var news = new ArrayList<Activity>();
            var grades = GivenGrade.of(AttemptStep.of(attempt));
            for (var question : AttemptQuestion.of(attempt)) {
                var given = grades.get(question.number());
                if (question.untold && given != null && !given.isPending()) {
                    question.untold = false;
                    news.addAll(news(attempt, question, given));
                }
            }
            tell(news);
        }
        if (attempt.untold) {
            scored(attempt, visible);
        }
    }

    private static List<Activity> news(
            Attempt attempt, AttemptQuestion question, GivenGrade given) {
        var news = new ArrayList<Activity>();
        var topic = question.drawn().topic();
        var fraction = given.grade().fraction();
        if (given.grade().state() != State.UNANSWERED) {
            news.add(
                    new QuestionAnswered(
                            attempt.personId,
                            attempt.courseId,
                            question.questionId,
                            topic.concept(),
                            fraction.value().max(BigDecimal.ZERO)));
        }
        if (!fraction.isOne()) {
            news.add(
                    new ResponseMissed(
                            attempt.personId,
                            attempt.courseId,
                            question.questionId,
                            question.lessonId,
                            topic.concept(),
                            topic.section(),
                            topic.cards()));
        }
        return news;
    }

    private void tell(Attempt attempt) {
        activities.record(
                new TestFinished(
                        attempt.personId, attempt.courseId, attempt.testId, attempt.share()));
    }
}
