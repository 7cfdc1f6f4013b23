package descent.lesson;

import descent.course.material.Course;
import descent.course.material.LessonText.Depth;
import descent.enrolment.CourseStanding;
import descent.lesson.margin.Margin;
import descent.lesson.reading.LessonStanding;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For authors: the pages of a course as it would be, by the templates of the pages themselves. */
@ApplicationScoped
public class LessonPreview {
    private final DrawnTexts drawn;

    LessonPreview(DrawnTexts drawn) {
        this.drawn = drawn;
    }

    /**
     * The page on which a learner meets what this file says: a lesson, the glossary, the course.
     */
    public TemplateInstance of(Course course, String path) {
        var texts = drawn.unkept();
        if (path.equals(course.glossary().path())) {
            return CoursePages.glossaryPage(course, texts);
        }
        return course.lessons().stream()
                .filter(lesson -> path.startsWith(lesson.folder() + "/"))
                .findFirst()
                .map(lesson ->
                        LessonPages.page(
                                course,
                                lesson,
                                LessonStanding.PASSING,
                                Margin.EMPTY,
                                Depth.BASIC,
                                texts))
                .orElseGet(
                        () -> CoursePages.page(course, CourseStanding.STRANGER, List.of(), texts));
    }
}
