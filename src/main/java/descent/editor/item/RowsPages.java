package descent.editor.item;

import descent.account.CurrentPerson;
import descent.editor.PartPath;
import descent.editor.form.FieldView;
import descent.editor.form.Known;
import descent.editor.form.RowsForm;
import descent.editor.item.Items.Listed;
import descent.shared.text.Prose;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A list item below item: its order, which stay, and of short items all that they say. */
@Path("/editor/courses/{course}/rows/{name:.+}")
@RolesAllowed("author")
public class RowsPages {
    private static final int MOST = 200;
    private static final int LONGEST = 120;

    private final Items items;
    private final CurrentPerson person;

    RowsPages(Items items, CurrentPerson person) {
        this.items = items;
        this.person = person;
    }

    /**
     * @param name by which its fields are named: its id, once it is there
     * @param text the beginning of what it says
     * @param place as it is typed
     * @param problem with the place; empty for none
     * @param fresh whether it is not there yet
     */
    public record Row(
            String name,
            String text,
            String place,
            String problem,
            boolean fresh,
            boolean removed,
            List<FieldView> fields) {}

    /**
     * @param course its title
     * @param list the page of all of them
     */
    public record View(
            PartPath part, String course, ItemKind kind, String list, String url, List<Row> rows) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rows(View view);
    }

    @GET
    public TemplateInstance rows(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("") String kind) {
        var listed = listed(course, name, kind);
        return page(listed, form(listed, new MultivaluedHashMap<>()));
    }

    /** Writes the order, and what the items say, into the author's draft. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrange(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("") String kind,
            MultivaluedMap<String, String> sent) {
        var listed = listed(course, name, kind);
        var form = form(listed, sent);
        if (!form.problems().isEmpty()) {
            return Response.status(422).entity(page(listed, form)).build();
        }
        var wanted = form.inOrder();
        if (wanted.isEmpty()) {
            throw Problem.badRequest(
                    "One %s at least stays: a list without any is removed as text."
                            .formatted(listed.kind().words()));
        }
        items.keep(listed, listed.list().arranged(wanted), person.requiredId());
        return Response.seeOther(URI.create(listed.url() + "&done=saved")).build();
    }

    private Listed listed(String course, String name, String kind) {
        var listed = items.of(course, name, kind, person.requiredId());
        if (listed.kind().isWhole()) {
            throw Problem.notFound("list of this name");
        }
        if (listed.list().trees().size() > MOST) {
            throw Problem.conflict(
                    "The list has more than %d items: put them in order as text.".formatted(MOST));
        }
        return listed;
    }

    private static RowsForm form(Listed listed, MultivaluedMap<String, String> sent) {
        var kind = listed.kind();
        return new RowsForm(kind.shortFields(), kind.key(), listed.list().trees(), sent);
    }

    private static TemplateInstance page(Listed listed, RowsForm form) {
        var known = listed.known();
        return Templates.rows(
                new View(
                        listed.part(),
                        listed.course(),
                        listed.kind(),
                        listed.url(),
                        listed.part().rowsUrl() + "?kind=" + listed.kind().key(),
                        form.lines().stream()
                                .map(line -> row(listed, form, line, known))
                                .toList()));
    }

    private static Row row(Listed listed, RowsForm form, RowsForm.Line line, Known known) {
        var kind = listed.kind();
        var text = Prose.of(kind.beginning(line.item())).plainText();
        return new Row(
                line.name(),
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
                line.place(),
                form.problems().getOrDefault("place." + line.name(), ""),
                line.item().isEmpty() || !listed.list().trees().containsKey(line.name()),
                line.removed(),
                FieldView.all(line.name() + ".", kind.shortFields(), form.read(line), known));
    }
}
