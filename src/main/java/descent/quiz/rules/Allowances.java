package descent.quiz.rules;

import descent.enrolment.Enrolments;
import descent.quiz.rules.GrantedAllowance.Grantee;
import descent.shared.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
     * What some learners of a course are granted, themselves and by their groups.
     *
     * @param groups of those who are in one
     */
    public record Granted(Map<UUID, String> groups, Map<For, Allowance> allowances) {
        record For(Grantee to, String testId) {}

        /**
         * What was granted to the learner stands before what the group has, and what was granted
         * for the test before what holds for all tests of the course.
         */
        public Allowance to(UUID personId, String testId) {
            var own = to(new Grantee.Learner(personId), testId);
            var group = groups.getOrDefault(personId, "");
            return group.isEmpty() ? own : own.over(to(new Grantee.Group(group), testId));
        }

        private Allowance to(Grantee grantee, String testId) {
            return at(grantee, testId).over(at(grantee, GrantedAllowance.ALL_TESTS));
        }

        private Allowance at(Grantee grantee, String testId) {
            return allowances.getOrDefault(new For(grantee, testId), Allowance.NONE);
        }
    }

    @Transactional
    public Granted in(String courseId, Collection<UUID> people) {
        var groups = enrolments.groupsOf(people, courseId);
        List<GrantedAllowance> rows =
                GrantedAllowance.list(
                        "courseId = ?1 and (personId in ?2 or personId is null and groupName in"
                                + " ?3)",
                        courseId,
                        people,
                        groups.values());
        return new Granted(
                groups,
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> new Granted.For(row.grantee(), row.testId),
                                        GrantedAllowance::allowance)));
    }

    /**
     * Nothing is granted in this course until the end of the transaction: an attempt that begins in
     * it begins with what holds, and is seen by whoever grants something afterwards.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String courseId) {
        Turn.share(grants(courseId));
    }

    /**
     * No attempt begins in this course until the end of the transaction. Asked for before any
     * attempt is locked.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(String courseId) {
        Turn.take(grants(courseId));
    }

    private static String grants(String courseId) {
        return "allowances in " + courseId;
    }

    /** Replaces what was granted before to the same for the same. */
    @Transactional
    public GrantedAllowance grant(
            Grantee to, String courseId, String testId, Allowance allowance, UUID by) {
        change(courseId);
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
