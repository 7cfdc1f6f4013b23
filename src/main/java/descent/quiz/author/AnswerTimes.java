package descent.quiz.author;

import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.author.TestData.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long learners were at a question, as far as the ledger tells: what is saved took the time
 * since whatever the learner did before.
 */
final class AnswerTimes {
    /** Who is away for longer does something else. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(15);

    private static final Set<Kind> DEEDS =
            Set.of(Kind.STARTED, Kind.SAVED, Kind.FLAGGED, Kind.UNFLAGGED, Kind.PASSED);

    private AnswerTimes() {}

    /** Seconds, one number for each attempt that answered it, by the id of the question. */
    static Map<String, List<Double>> of(List<Whole> attempts) {
        var times = new HashMap<String, List<Double>>();
        for (var whole : attempts) {
            var byNumber = seconds(whole.steps());
            for (var question : whole.questions()) {
                if (byNumber.get(question.number()) instanceof Double seconds) {
                    times.computeIfAbsent(question.questionId, _ -> new ArrayList<>()).add(seconds);
                }
            }
        }
        return times;
    }

    private static Map<Integer, Double> seconds(List<AttemptStep> steps) {
        var seconds = new HashMap<Integer, Double>();
        var before = Instant.MAX;
        for (var step : steps) {
            if (!DEEDS.contains(step.kind)) {
                continue;
            }
            var gap = Duration.between(before.isAfter(step.at) ? step.at : before, step.at);
            if (step.kind == Kind.SAVED && step.question != null) {
                var counted = gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
                seconds.merge(step.question, counted.toMillis() / 1000.0, Double::sum);
            }
            before = step.at;
        }
        return seconds;
    }
}
