package descent.quiz.attempt;

import com.fasterxml.jackson.annotation.JsonRawValue;
import descent.course.material.ReviewPolicy;
import descent.quiz.rules.Tests;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's attempts at tests, as a part of what is known of them. */
@ApplicationScoped
class AttemptData implements PersonalData {
    private final Tests tests;
    private final Clock clock;

    AttemptData(Tests tests, Clock clock) {
        this.tests = tests;
        this.clock = clock;
    }

    /**
     * @param mark absent also where it is not shown yet
     */
    record Part(
            String course,
            String test,
            int number,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable EndedBy endedBy,
            @Nullable BigDecimal mark,
            BigDecimal outOf,
            List<Step> steps) {}

    record Step(
            Instant at,
            AttemptStep.Kind kind,
            @Nullable Integer question,
            @JsonRawValue @Nullable String response) {}

    @Override
    public String name() {
        return "attempts";
    }

    @Override
    public String kept() {
        return "Your attempts at tests: when they began and ended, each answer and when it reached us, and your points; until you delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Attempt.<Attempt>list("personId = ?1 order by startedAt", personId).stream()
                .map(this::part)
                .toList();
    }

    private Part part(Attempt attempt) {
        return new Part(
                attempt.courseId,
                attempt.testId,
                attempt.number,
                attempt.startedAt,
                attempt.finishedAt,
                attempt.endedBy,
                showsMarks(attempt) ? attempt.mark : null,
                attempt.outOf,
                AttemptStep.of(attempt).stream()
                        .map(step -> new Step(step.at, step.kind, step.question, step.response))
                        .toList());
    }

    private boolean showsMarks(Attempt attempt) {
        var test = tests.find(attempt.courseId, attempt.testId, attempt.personId);
        return attempt.visible(test.map(Tests.Test::rules), clock.instant())
                .contains(ReviewPolicy.Part.MARKS);
    }
}
