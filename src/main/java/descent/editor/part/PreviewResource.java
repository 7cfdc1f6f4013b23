package descent.editor.part;

import descent.course.Publishing;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.lesson.LessonPreview;
import descent.shared.web.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The page that learners would see, while its text is typed. Nothing is kept. */
@Path("/editor/courses/{course}/preview/{name:.+}")
@RolesAllowed("author")
public class PreviewResource {
    private final Parts parts;
    private final Publishing publishing;
    private final LessonPreview preview;

    PreviewResource(Parts parts, Publishing publishing, LessonPreview preview) {
        this.parts = parts;
        this.publishing = publishing;
        this.preview = preview;
    }

    @POST
    public TemplateInstance preview(
            @RestPath String course,
            @RestPath String name,
            @RestForm @DefaultValue("") String text) {
        return of(parts.at(course, name), AuthoredText.unixLines(text));
    }

    TemplateInstance of(PartPath part, String text) {
        if (part.course().isEmpty()) {
            throw Problem.badRequest("The catalogue has no preview.");
        }
        var bytes = AuthoredText.encode(text, Optional.empty());
        var course = publishing.preview(part.course(), Map.of(part.path(), Optional.of(bytes)));
        return preview.of(course, part.path());
    }
}
