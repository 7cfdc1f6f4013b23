package descent.lesson;

import descent.course.CourseLinks;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.shared.text.Formulas;
import descent.shared.text.Html;
import descent.shared.text.Prose;
import org.jspecify.annotations.Nullable;

/** Draws the texts of a course, or of one lesson of it, for templates. */
public final class Drawing {
    private final Formulas formulas;
    private final CourseLinks links;

    Drawing(Formulas formulas, Course course, @Nullable Lesson lesson) {
        this.formulas = formulas.forgiving();
        this.links = new CourseLinks(course, lesson);
    }

    public Html html(Prose prose) {
        return prose.render(formulas, links);
    }
}
