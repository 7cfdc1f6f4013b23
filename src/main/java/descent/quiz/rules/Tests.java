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

    Tests(Courses courses) {
        this.courses = courses;
    }

    /** A test as it is for one person. */
    public record Test(Course course, MockTest blueprint, TestRules rules) {
        public String id() {
            return blueprint.id();
        }

        /** How many questions it asks. */
        public int size() {
            return switch (blueprint.questions()) {
                case MockTest.Questions.Fixed fixed -> fixed.ids().size();
                case MockTest.Questions.Drawn drawn ->
                        Math.max(
                                drawn.count(),
                                drawn.blueprint().stream().mapToInt(MockTest.Share::count).sum());
            };
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

    private static Test test(Course course, MockTest blueprint, UUID personId) {
        return new Test(course, blueprint, TestRules.of(blueprint));
    }
}
