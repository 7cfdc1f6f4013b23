package descent.lesson;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.shared.text.Html;
import io.quarkus.qute.TemplateInstance;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where pages get their parts from that are the same for everybody. */
@FunctionalInterface
interface Texts {
    /**
     * @param lesson null for a part of the course as a whole
     * @param part its name, one for each template
     */
    Html of(
            Course course,
            @Nullable Lesson lesson,
            String part,
            Function<Drawing, TemplateInstance> template);
}
