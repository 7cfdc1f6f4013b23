package descent.quiz.page;

import descent.course.CourseLinks;
import descent.course.Courses;
import descent.shared.text.Html;
import descent.shared.text.Links;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import jakarta.enterprise.context.ApplicationScoped;

/** Draws the texts of questions as their lesson would. */
@ApplicationScoped
class Texts {
    private final Courses courses;
    private final StoredFormulas formulas;

    Texts(Courses courses, StoredFormulas formulas) {
        this.courses = courses;
        this.formulas = formulas;
    }

    /** A pen for the texts of one question. */
    Pen of(String courseId, String lessonId) {
        var links =
                courses.find(courseId)
                        .<Links>map(course ->
                                new CourseLinks(course, course.lesson(lessonId).orElse(null)))
                        .orElseGet(Links::plain);
        return new Pen(formulas, links);
    }

    record Pen(StoredFormulas formulas, Links links) {
        Html html(String markdown) {
            return markdown.isEmpty()
                    ? Html.NONE
                    : Prose.of(markdown).render(formulas.forgiving(), links);
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
