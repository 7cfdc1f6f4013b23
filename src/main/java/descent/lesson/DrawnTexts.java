package descent.lesson;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.shared.text.Html;
import descent.shared.text.StoredFormulas;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of pages that are the same for everybody, kept until their course changes. They are
 * drawn before the frame, whose stylesheet has to know all formulas.
 */
@ApplicationScoped
class DrawnTexts implements Texts {
    private record Key(String course, String lesson, String part) {}

    /** A course is the same object until it changes. */
    private record Drawn(Course of, Html html) {}

    private final StoredFormulas formulas;
    private final Map<Key, Drawn> drawn = new ConcurrentHashMap<>();

    DrawnTexts(StoredFormulas formulas) {
        this.formulas = formulas;
    }

    @Override
    public Html of(
            Course course,
            @Nullable Lesson lesson,
            String part,
            Function<Drawing, TemplateInstance> template) {
        var key = new Key(course.id(), lesson == null ? "" : lesson.id(), part);
        var known = drawn.get(key);
        if (known != null && known.of() == course) {
            return known.html();
        }
        var html = draw(course, lesson, template);
        drawn.put(key, new Drawn(course, html));
        return html;
    }

    /** Draws anew and keeps nothing: for a course that nobody else sees. */
    Texts unkept() {
        return (course, lesson, part, template) -> draw(course, lesson, template);
    }

    private Html draw(
            Course course, @Nullable Lesson lesson, Function<Drawing, TemplateInstance> template) {
        return new Html(template.apply(new Drawing(formulas, course, lesson)).render());
    }
}
