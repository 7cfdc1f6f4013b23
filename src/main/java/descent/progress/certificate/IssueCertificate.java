package descent.progress.certificate;

import descent.account.Person;
import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.course.material.Syllabus.Completion;
import descent.progress.home.OpenCourse;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Issues a certificate to who has completed a course: one, however often it is asked for. */
@ApplicationScoped
class IssueCertificate {
    private final OpenCourse openCourse;
    private final Clock clock;

    IssueCertificate(OpenCourse openCourse, Clock clock) {
        this.openCourse = openCourse;
        this.clock = clock;
    }

    /**
     * @throws Problem 409 when the rule of the course is not met
     */
    @Transactional
    void to(Person person, Course course) {
        if (Certificate.of(person.id, course.id()).isPresent()) {
            return;
        }
        if (!openCourse.of(person.id, course).complete()) {
            throw Problem.conflict(
                    "There is a certificate when everything that the course asks for is done.");
        }
        var now = clock.instant();
        Certificate.getEntityManager()
                .createNativeQuery(
                        """
                        insert into certificate (code, person_id, course_id, name, title, facts, issued_at, issued_on)
                        values (:code, :person, :course, :name, :title, :facts, :now, :day)
                        on conflict (person_id, course_id) do nothing
                        """)
                .setParameter("code", CertificateCode.random().digits())
                .setParameter("person", person.id)
                .setParameter("course", course.id())
                .setParameter("name", person.name)
                .setParameter("title", course.title())
                .setParameter("facts", facts(course))
                .setParameter("now", now)
                .setParameter("day", now.atZone(person.timeZone).toLocalDate())
                .executeUpdate();
    }

    private static String facts(Course course) {
        var rule = course.syllabus().content().orElseThrow().completion();
        var lines = new ArrayList<String>();
        int lessons = rule.lessonsRead().size();
        if (lessons > 0) {
            lines.add(lessons == 1 ? "1 lesson read" : lessons + " lessons read");
        }
        tests(course, rule).forEach(title -> lines.add("Passed: " + title));
        return String.join("\n", lines);
    }

    private static Stream<String> tests(Course course, Completion rule) {
        return rule.testsPassed().stream()
                .map(id -> course.test(id).map(MockTest::title).orElse(id));
    }
}
