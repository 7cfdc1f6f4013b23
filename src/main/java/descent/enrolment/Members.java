package descent.enrolment;

import descent.account.EmailAddress;
import descent.account.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who takes a course. */
@ApplicationScoped
public class Members {
    /**
     * Somebody who takes a course. Without the e-mail address: who writes a course knows its
     * learners by name.
     */
    public record Member(UUID id, String name, String group, Instant enrolledAt) {}

    /** How many take a course, and how many have left it. */
    public record Count(String courseId, Long members, Long left) {}

    /** Those who take it now, by name. */
    @Transactional
    public List<Member> of(String courseId) {
        return Enrolment.find(
                        "select p.id, p.name, e.groupName, e.enrolledAt"
                                + " from Enrolment e join Person p on p.id = e.key.personId"
                                + " where e.key.courseId = ?1 and e.leftAt is null"
                                + " order by lower(p.name), p.id",
                        courseId)
                .project(Member.class)
                .list();
    }

    /**
     * The addresses of those who are written to.
     *
     * @param group empty for all
     */
    @Transactional
    public List<EmailAddress> addresses(String courseId, String group) {
        return Person.<Person>list(
                        "from Person p where p.disabledAt is null and exists (select 1 from Enrolment e"
                                + " where e.key.personId = p.id and e.key.courseId = ?1"
                                + " and e.leftAt is null and (?2 = '' or e.groupName = ?2))",
                        courseId,
                        group)
                .stream()
                .flatMap(person -> EmailAddress.of(person.email).stream())
                .toList();
    }

    @Transactional
    public List<String> groups(String courseId) {
        return of(courseId).stream()
                .map(Member::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A course that somebody takes or has taken. */
    public record Taken(
            String courseId, String group, Instant enrolledAt, Optional<Instant> leftAt) {}

    @Transactional
    public List<Taken> coursesOf(UUID personId) {
        return Enrolment.<Enrolment>list("key.personId = ?1 order by enrolledAt", personId).stream()
                .map(each ->
                        new Taken(
                                each.key.courseId(),
                                each.groupName,
                                each.enrolledAt,
                                Optional.ofNullable(each.leftAt)))
                .toList();
    }

    @Transactional
    public List<Count> counts() {
        return Enrolment.find(
                        "select key.courseId, sum(case when leftAt is null then 1 else 0 end), count(leftAt)"
                                + " from Enrolment group by key.courseId order by key.courseId")
                .project(Count.class)
                .list();
    }
}
