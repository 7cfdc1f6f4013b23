package descent.quiz.taking;

import descent.course.Courses;
import descent.course.material.MockTest.Questions.Fixed;
import descent.course.material.ReviewPolicy.Part;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.Behaviour;
import descent.quiz.rules.TestRules;
import descent.quiz.rules.Tests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The questions whose keys somebody may not see yet, because a test asks them: practice and
 * rehearsal leave them out.
 */
@ApplicationScoped
public class Withheld {
    private final Courses courses;
    private final Tests tests;
    private final Clock clock;

    Withheld(Courses courses, Tests tests, Clock clock) {
        this.courses = courses;
        this.tests = tests;
        this.clock = clock;
    }

    /** Their ids. */
    @Transactional
    public Set<String> from(UUID personId, String courseId) {
        var now = clock.instant();
        var withheld = new HashSet<String>();
        var rules = new HashMap<String, TestRules>();
        for (var test : tests.of(courses.course(courseId), personId)) {
            rules.put(test.id(), test.rules());
            // Also of one that has not been begun.
            boolean told = test.rules().visible(Instant.EPOCH, now).contains(Part.RIGHT_ANSWER);
            if (!told && test.blueprint().questions() instanceof Fixed fixed) {
                withheld.addAll(fixed.ids());
            }
        }
        withheld.addAll(askedIn(silent(personId, courseId, rules, now)));
        return withheld;
    }

    private static List<UUID> silent(
            UUID personId, String courseId, Map<String, TestRules> rules, Instant now) {
        List<Attempt> attempts =
                Attempt.list(
                        "personId = ?1 and courseId = ?2 and behaviour <> ?3",
                        personId,
                        courseId,
                        Behaviour.PRACTICE);
        return attempts.stream()
                .filter(attempt ->
                        !attempt.visible(Optional.ofNullable(rules.get(attempt.testId)), now)
                                .contains(Part.RIGHT_ANSWER))
                .map(attempt -> attempt.id)
                .toList();
    }

    private static List<String> askedIn(List<UUID> attempts) {
        return AttemptQuestion.getEntityManager()
                .createQuery(
                        "select distinct questionId from AttemptQuestion where key.attemptId in"
                                + " :attempts",
                        String.class)
                .setParameter("attempts", attempts)
                .getResultList();
    }
}
