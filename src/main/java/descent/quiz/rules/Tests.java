package descent.quiz.rules;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
        var granted = allowances.in(course.id(), List.of(personId));
        return course.mockTests().stream()
                .map(blueprint -> test(course, blueprint, personId, granted))
                .toList();
    }

    /** The rules of one test as they are for each of these people; none when it is gone. */
    public Map<UUID, TestRules> rules(String courseId, String testId, Collection<UUID> people) {
        var granted = allowances.in(courseId, people);
        return courses.find(courseId).flatMap(course -> course.test(testId)).stream()
                .map(TestRules::of)
                .flatMap(rules ->
                        people.stream()
                                .distinct()
                                .map(id -> Map.entry(id, rules.with(granted.to(id, testId)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
                        course.test(testId)
                                .map(blueprint ->
                                        test(
                                                course,
                                                blueprint,
                                                personId,
                                                allowances.in(courseId, List.of(personId)))));
    }

    private static Test test(
            Course course, MockTest blueprint, UUID personId, Allowances.Granted granted) {
        var allowance = granted.to(personId, blueprint.id());
        return new Test(course, blueprint, TestRules.of(blueprint).with(allowance));
    }
}
