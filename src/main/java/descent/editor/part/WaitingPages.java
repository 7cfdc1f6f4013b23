package descent.editor.part;

import descent.course.Publishing;
import descent.course.Revision;
import descent.editor.Authors;
import descent.editor.Differences;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.Verdict;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/**
 * A file of the content folder that was changed after a browser edit of the same part: both texts,
 * and the choice between them.
 */
@Path("/editor/courses/{course}/waiting/{name:.+}")
@RolesAllowed("author")
public class WaitingPages {
    private final Parts parts;
    private final Publishing publishing;
    private final RevisionTexts texts;
    private final Authors authors;

    WaitingPages(Parts parts, Publishing publishing, RevisionTexts texts, Authors authors) {
        this.parts = parts;
        this.publishing = publishing;
        this.texts = texts;
        this.authors = authors;
    }

    /**
     * @param differences from what learners see to the file's text
     */
    public record Choice(Revision head, String who, Revision file, Differences differences) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance waiting(
                PartPath part, String title, Choice choice, List<Verdict> refused);
    }

    @GET
    public TemplateInstance waiting(@RestPath String course, @RestPath String name) {
        return page(parts.at(course, name), List.of());
    }

    @POST
    public Response settle(
            @RestPath String course,
            @RestPath String name,
            @RestForm @DefaultValue("") String take,
            @RestForm @DefaultValue("0") long file,
            @RestForm @DefaultValue("-1") long base) {
        var part = parts.at(course, name);
        if (file != choice(part).file().id()) {
            throw Problem.conflict("The file has changed meanwhile. Look at it again.");
        }
        switch (take) {
            case "published" -> {}
            case "file" -> {
                var refused = texts.publish(part, file, base);
                if (refused.isPresent()) {
                    return Response.status(422).entity(page(part, List.of(refused.get()))).build();
                }
            }
            default -> throw Problem.badRequest("Take the text of the file, or what is published.");
        }
        publishing.settle(part.path(), file);
        return Response.seeOther(URI.create(part.url() + "?done=settled")).build();
    }

    private TemplateInstance page(PartPath part, List<Verdict> refused) {
        return Templates.waiting(part, parts.title(part), choice(part), refused);
    }

    private Choice choice(PartPath part) {
        var head = publishing.head(part.path()).orElse(null);
        var file = head == null ? null : head.waiting();
        if (head == null || file == null) {
            throw Problem.notFound("file that waits");
        }
        var author = head.revision().author();
        var names = authors.names(author == null ? List.of() : List.of(author));
        return new Choice(
                head.revision(),
                names.of(author),
                file,
                Differences.between(texts.text(head.revision()), texts.text(file)));
    }
}
