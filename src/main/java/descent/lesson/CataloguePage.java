package descent.lesson;

import descent.course.Courses;
import descent.course.material.Catalogue;
import descent.course.material.Course;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;

/** The first page: all courses by field. */
@Path("/")
@PermitAll
public class CataloguePage {
    private final Courses courses;

    CataloguePage(Courses courses) {
        this.courses = courses;
    }

    /** A field of study with its courses. */
    public record Shelf(String title, List<Course> courses) {}

    @CheckedTemplate(basePath = "lesson", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance catalogue(List<Shelf> shelves);
    }

    @GET
    public TemplateInstance catalogue() {
        return Templates.catalogue(
                courses.catalogue()
                        .content()
                        .map(this::shelves)
                        .orElseGet(() -> List.of(new Shelf("All courses", found(courses.ids())))));
    }

    private List<Shelf> shelves(Catalogue catalogue) {
        return catalogue.fields().stream()
                .map(field -> new Shelf(field.title(), found(field.courses())))
                .toList();
    }

    private List<Course> found(Collection<String> ids) {
        return ids.stream().flatMap(id -> courses.find(id).stream()).toList();
    }
}
