package descent.editor.part;

import descent.course.Publishing;
import descent.course.Revision;
import descent.editor.Authors;
import descent.editor.Differences;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.Verdict;
import descent.shared.web.Paging;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a part has said, revision by revision, and the way back to each. */
@Path("/editor/courses/{course}/history/{name:.+}")
@RolesAllowed("author")
public class HistoryPages {
    private final Parts parts;
    private final Publishing publishing;
    private final RevisionTexts texts;
    private final Authors authors;

    HistoryPages(Parts parts, Publishing publishing, RevisionTexts texts, Authors authors) {
        this.parts = parts;
        this.publishing = publishing;
        this.texts = texts;
        this.authors = authors;
    }

    /** A revision in the list. */
    public record Row(Revision revision, String who, boolean head) {}

    /**
     * One revision.
     *
     * @param made what it changed
     * @param back what going back to it would change
     */
    public record Shown(Row row, Differences made, Differences back) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance history(
                PartPath part, String title, Paging.Part<Row> rows, String q);

        static native TemplateInstance revision(
                PartPath part, String title, Shown shown, long base, List<Verdict> refused);
    }

    /**
     * @param revision that is shown; 0 for the list of them
     * @param q letters of the names of those who made what is listed; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance history(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("0") long revision,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page) {
        var part = parts.at(course, name);
        var rows = rows(part);
        if (revision != 0) {
            return page(part, rows, revision, List.of());
        }
        var found = rows.stream().filter(row -> Paging.says(row.who(), q)).toList();
        return Templates.history(
                part, parts.title(part), Paging.of(found, page, Map.of("q", q)), q);
    }

    /** Makes an earlier text the newest one. */
    @POST
    public Response rollBack(
            @RestPath String course,
            @RestPath String name,
            @RestForm @DefaultValue("0") long revision,
            @RestForm @DefaultValue("-1") long base) {
        var part = parts.at(course, name);
        var earlier =
                publishing
                        .revision(part.path(), revision)
                        .orElseThrow(() -> Problem.notFound("such revision"));
        return texts.publish(part, earlier.id(), base)
                .map(verdict -> page(part, rows(part), revision, List.of(verdict)))
                .map(refused -> Response.status(422).entity(refused).build())
                .orElseGet(() ->
                        Response.seeOther(URI.create(part.historyUrl() + "?done=back")).build());
    }

    private TemplateInstance page(
            PartPath part, List<Row> rows, long revision, List<Verdict> refused) {
        var at =
                rows.stream()
                        .filter(row -> row.revision().id() == revision)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("such revision"));
        int next = rows.indexOf(at) + 1;
        var text = texts.text(at.revision());
        var before = next < rows.size() ? texts.text(rows.get(next).revision()) : "";
        var shown =
                new Shown(
                        at,
                        Differences.between(before, text),
                        Differences.between(texts.text(rows.getFirst().revision()), text));
        return Templates.revision(part, parts.title(part), shown, parts.headId(part), refused);
    }

    private List<Row> rows(PartPath part) {
        var revisions = publishing.history(part.path());
        var names = authors.names(revisions.stream().map(Revision::author).toList());
        long head = parts.headId(part);
        return revisions.stream()
                .map(each -> new Row(each, names.of(each.author()), each.id() == head))
                .toList();
    }
}
