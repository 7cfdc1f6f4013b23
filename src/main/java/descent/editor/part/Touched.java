package descent.editor.part;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.course.material.MockTest.Questions;
import descent.editor.PartPath;
import descent.enrolment.Members;
import java.util.List;

/**
 * Whom the publication of a part reaches. Attempts under way keep the questions that they were
 * given.
 *
 * @param learners who take the course
 * @param tests that the part is, or that draw on its questions; what was answered can be graded
 *     anew
 */
public record Touched(String course, long learners, List<MockTest> tests) {
    static Touched by(PartPath part, Course course, Members members) {
        long learners =
                members.counts().stream()
                        .filter(count -> count.courseId().equals(course.id()))
                        .mapToLong(Members.Count::members)
                        .sum();
        var tests =
                course.mockTests().stream()
                        .filter(test ->
                                part.name().equals("tests/" + test.id() + ".yaml")
                                        || drawsOn(test, part, course))
                        .toList();
        return new Touched(course.id(), learners, tests);
    }

    private static boolean drawsOn(MockTest test, PartPath part, Course course) {
        for (var lesson : course.lessons()) {
            for (var file : lesson.questions()) {
                if (file.path().equals(part.path())) {
                    return switch (test.questions()) {
                        case Questions.Drawn drawn -> drawn.lessons().contains(lesson.id());
                        case Questions.Fixed fixed ->
                                file.list(questions -> questions).stream()
                                        .anyMatch(each -> fixed.ids().contains(each.id()));
                    };
                }
            }
        }
        return false;
    }
}
