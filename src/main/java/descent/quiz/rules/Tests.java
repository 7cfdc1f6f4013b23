package descent.quiz.rules;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tests of courses, with the rules that hold for somebody. */
@ApplicationScoped
public class Tests {
    private final Courses courses;
    private final Allowances allowances;

    Tests(Courses courses, Allowances allowances) {
        this.courses = courses;
        this.allowances = allowances;
    }

    /** A test as it is for one person. */
    public record Test(Course course, MockTest blueprint, TestRules rules) {
        public String id() {
            return blueprint.id();
        }

        /** With other questions than those asked in earnest, so only where they are drawn. */
        public boolean canBeRehearsed() {
            return blueprint.questions() instanceof MockTest.Questions.Drawn;
        }
    }

    public List<Test> of(Course course, UUID personId) {
        return course.mockTests().stream()
                .map(blueprint -> test(course, blueprint, personId))
                .toList();
    }

    /**
     * @throws Problem 404 when there is no such course or test
     */
    public Test test(String courseId, String testId, UUID personId) {
        return find(courseId, testId, personId).orElseThrow(() -> Problem.notFound("test"));
    }

    public Optional<Test> find(String courseId, String testId, UUID personId) {
        return courses.find(courseId)
                .flatMap(course ->
                        course.test(testId).map(blueprint -> test(course, blueprint, personId)));
    }

    private Test test(Course course, MockTest blueprint, UUID personId) {
        var allowance = allowances.of(personId, course.id(), blueprint.id());
        return new Test(course, blueprint, TestRules.of(blueprint).with(allowance));
    }
}
