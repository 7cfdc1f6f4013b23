package descent.quiz.rules;

import descent.enrolment.Enrolments;
import descent.quiz.rules.GrantedAllowance.Grantee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What people are granted beyond the rules. */
@ApplicationScoped
public class Allowances {
    private final Enrolments enrolments;
    private final Clock clock;

    Allowances(Enrolments enrolments, Clock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /**
     * What holds for a learner: what was granted to this one stands before what the group has, and
     * what was granted for the test before what holds for all tests of the course.
     */
    @Transactional
    public Allowance of(UUID personId, String courseId, String testId) {
        var own = granted(new Grantee.Learner(personId), courseId, testId);
        var group = enrolments.groupOf(personId, courseId);
        return group.isEmpty()
                ? own
                : own.over(granted(new Grantee.Group(group), courseId, testId));
    }

    private static Allowance granted(Grantee to, String courseId, String testId) {
        return at(to, courseId, testId).over(at(to, courseId, GrantedAllowance.ALL_TESTS));
    }

    private static Allowance at(Grantee to, String courseId, String testId) {
        return row(to, courseId, testId).map(GrantedAllowance::allowance).orElse(Allowance.NONE);
    }

    /** Replaces what was granted before to the same for the same. */
    @Transactional
    public GrantedAllowance grant(
            Grantee to, String courseId, String testId, Allowance allowance, UUID by) {
        row(to, courseId, testId).ifPresent(GrantedAllowance::delete);
        GrantedAllowance.flush();
        var granted = new GrantedAllowance(courseId, testId, to, allowance, by, clock.instant());
        granted.persist();
        return granted;
    }

    private static Optional<GrantedAllowance> row(Grantee to, String courseId, String testId) {
        var of = "courseId = ?1 and testId = ?2 and ";
        return switch (to) {
            case Grantee.Learner(var id) ->
                    GrantedAllowance.find(of + "personId = ?3", courseId, testId, id)
                            .firstResultOptional();
            case Grantee.Group(var name) ->
                    GrantedAllowance.find(
                                    of + "personId is null and groupName = ?3",
                                    courseId,
                                    testId,
                                    name)
                            .firstResultOptional();
        };
    }
}
