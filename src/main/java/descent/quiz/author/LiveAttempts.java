package descent.quiz.author;

import descent.account.Person;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.rules.TestRules;
import descent.quiz.rules.Tests;
import descent.quiz.view.Marks;
import descent.shared.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How attempts stand, for who watches over a test. */
@ApplicationScoped
class LiveAttempts {
    /**
     * An attempt in the list.
     *
     * @param touched how many questions have been answered so far
     * @param moves how often its deadline has been moved
     * @param late whether it ends after the test closes now for this learner
     */
    public record Row(
            Attempt attempt,
            String learner,
            long touched,
            long of,
            @Nullable Instant lastSaved,
            Duration remaining,
            long moves,
            boolean late) {
        public String points() {
            return attempt.mark == null ? "" : Marks.points(attempt.mark);
        }

        public String outOf() {
            return Marks.points(attempt.outOf);
        }

        /** {@code 1:05:09}. */
        public String left() {
            return "%d:%02d:%02d"
                    .formatted(
                            remaining.toHours(),
                            remaining.toMinutesPart(),
                            remaining.toSecondsPart());
        }
    }

    /** What the ledger tells of one attempt. */
    private record Traces(long touched, @Nullable Instant lastSaved, long moves) {
        static final Traces NONE = new Traces(0, null, 0);
    }

    private final Teaching teaching;
    private final Tests tests;

    LiveAttempts(Teaching teaching, Tests tests) {
        this.teaching = teaching;
        this.tests = tests;
    }

    /**
     * Those of learners of such a name.
     *
     * @param name letters of it; empty for all
     */
    @Transactional
    List<Attempt> of(List<Attempt> attempts, String name) {
        if (name.isEmpty()) {
            return attempts;
        }
        var people = teaching.people(attempts.stream().map(each -> each.personId).toList());
        return attempts.stream()
                .filter(each -> Paging.says(name(people.get(each.personId)), name))
                .toList();
    }

    /**
     * @param attempts at one test
     */
    @Transactional
    List<Row> rows(List<Attempt> attempts, Instant now) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        var ids = attempts.stream().map(each -> each.id).toList();
        var learners = attempts.stream().map(each -> each.personId).toList();
        var people = teaching.people(learners);
        var traces = traces(ids);
        var sizes = AttemptQuestion.counts(ids);
        var test = attempts.getFirst();
        var rules = tests.rules(test.courseId, test.testId, learners);
        return attempts.stream()
                .map(attempt -> {
                    var trace = traces.getOrDefault(attempt.id, Traces.NONE);
                    return new Row(
                            attempt,
                            name(people.get(attempt.personId)),
                            trace.touched,
                            sizes.getOrDefault(attempt.id, 0L),
                            trace.lastSaved,
                            attempt.remaining(now),
                            trace.moves,
                            attempt.isOpen() && isLate(attempt, rules.get(attempt.personId)));
                })
                .toList();
    }

    private static String name(@Nullable Person learner) {
        return learner == null ? "somebody who has left" : learner.name;
    }

    /** Without what was granted to this attempt alone: that is meant. */
    private static boolean isLate(Attempt attempt, @Nullable TestRules rules) {
        var closes = rules == null ? null : rules.dates().closes();
        return closes != null
                && attempt.deadline.minusSeconds(attempt.extensionSeconds).isAfter(closes);
    }

    private static Map<UUID, Traces> traces(List<UUID> attempts) {
        List<Tuple> found =
                AttemptStep.getEntityManager()
                        .createQuery(
                                """
                                select s.attemptId,
                                    count(distinct case when s.kind = :saved then s.question end),
                                    max(case when s.kind = :saved then s.at end),
                                    count(case when s.kind in (:moved, :reopened) then s.id end)
                                from AttemptStep s where s.attemptId in :attempts group by s.attemptId
                                """,
                                Tuple.class)
                        .setParameter("attempts", attempts)
                        .setParameter("saved", Kind.SAVED)
                        .setParameter("moved", Kind.DEADLINE_MOVED)
                        .setParameter("reopened", Kind.REOPENED)
                        .getResultList();
        var traces = new HashMap<UUID, Traces>();
        found.forEach(each ->
                traces.put(
                        each.get(0, UUID.class),
                        new Traces(
                                each.get(1, Long.class),
                                each.get(2, Instant.class),
                                each.get(3, Long.class))));
        return traces;
    }
}
