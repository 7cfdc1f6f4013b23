package descent.quiz.view;

import descent.course.CourseLinks;
import descent.course.Courses;
import descent.course.material.Lesson;
import descent.question.drawn.Topic;
import descent.shared.text.Html;
import descent.shared.text.Links;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Draws the texts of questions as their lesson would. */
@ApplicationScoped
public class Texts {
    private final Courses courses;
    private final StoredFormulas formulas;

    Texts(Courses courses, StoredFormulas formulas) {
        this.courses = courses;
        this.formulas = formulas;
    }

    /** A pen for the texts of one question. */
    public Pen of(String courseId, String lessonId) {
        var course = courses.find(courseId);
        var lesson = course.flatMap(each -> each.lesson(lessonId));
        var links =
                course.<Links>map(each -> new CourseLinks(each, lesson.orElse(null)))
                        .orElseGet(Links::plain);
        return new Pen(formulas, links, courseId, lessonId, lesson);
    }

    /**
     * @param lesson empty when it is gone
     */
    public record Pen(
            StoredFormulas formulas,
            Links links,
            String courseId,
            String lessonId,
            Optional<Lesson> lesson) {
        public Html html(String markdown) {
            return markdown.isEmpty()
                    ? Html.NONE
                    : Prose.of(markdown).render(formulas.forgiving(), links);
        }

        Study study(String questionId, Topic topic) {
            return Study.of(courseId, lessonId, lesson, questionId, topic);
        }

        /** Where a figure of the lesson is; empty when there is none of this name. */
        String figure(String name) {
            return links.resolve(name) instanceof Links.Target.Picture picture ? picture.src() : "";
        }
    }

    /** The words of a text, where no formula can be drawn. */
    static String plain(String markdown) {
        return Prose.of(markdown).plainText();
    }
}
