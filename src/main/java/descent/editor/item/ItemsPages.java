package descent.editor.item;

import descent.account.CurrentPerson;
import descent.course.material.Lesson;
import descent.editor.PartPath;
import descent.editor.form.FieldView;
import descent.editor.form.Forms;
import descent.editor.form.ItemForm;
import descent.editor.form.Shape;
import descent.shared.text.Prose;
import descent.shared.web.Paging;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The items of a list, each with the way to its form; many questions are tagged at once. */
@Path("/editor/courses/{course}/items/{name:.+}")
@RolesAllowed("author")
public class ItemsPages {
    private static final int LONGEST = 120;

    private final Items items;
    private final CurrentPerson person;

    ItemsPages(Items items, CurrentPerson person) {
        this.items = items;
        this.person = person;
    }

    /** An item in the list, by the beginning of what it says. */
    public record Row(String id, String type, String text, String concept, String difficulty) {}

    /**
     * @param course its title
     * @param others kinds of the file, this one among them
     * @param url of this page
     * @param lesson that the list belongs to; empty for what is the course's
     * @param draft whether the file is other than what learners see
     * @param q letters of what is listed; empty for all
     * @param tags what chosen questions can be given; empty for other items
     */
    public record View(
            PartPath part,
            String course,
            ItemKind kind,
            List<ItemKind> others,
            String url,
            String lesson,
            boolean draft,
            String q,
            Paging.Part<Row> rows,
            List<FieldView> tags) {
        /** What a new one is called where new things begin. */
        public String begin() {
            return kind.isQuestion() ? Forms.types().getFirst() : kind.key();
        }

        /** Whether these differ in type at all: terms of a glossary do not. */
        public boolean typed() {
            return rows.rows().stream().anyMatch(row -> !row.type().isEmpty());
        }

        /** The page of one. */
        public String url(String id) {
            return "%s?kind=%s&id=%s".formatted(part.itemUrl(), kind.key(), id);
        }

        /** Where they are put into another order. */
        public String rowsUrl() {
            return part.rowsUrl() + "?kind=" + kind.key();
        }
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance items(View view, String done);
    }

    /**
     * @param q letters of what the listed items say
     * @param page from 0
     */
    @GET
    public Response items(
            @RestPath String course,
            @RestPath String name,
            @RestQuery("kind") @DefaultValue("") String key,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        var listed = items.of(course, name, key, person.requiredId());
        var kind = listed.kind();
        if (kind.isWhole()) {
            var only = ItemKind.whole(listed.part());
            return Response.seeOther(URI.create(listed.url(only))).build();
        }
        var rows =
                listed.list().trees().entrySet().stream()
                        .filter(item -> Paging.says(item.toString(), q))
                        .map(item -> row(kind, item.getKey(), item.getValue()))
                        .toList();
        var tags =
                kind.isQuestion()
                        ? FieldView.all(
                                "", Forms.tags(), ItemForm.Read.of(Map.of()), listed.known())
                        : List.<FieldView>of();
        var view =
                new View(
                        listed.part(),
                        listed.course(),
                        kind,
                        ItemKind.of(listed.part()),
                        listed.url(),
                        listed.lesson().map(Lesson::id).orElse(""),
                        listed.text().draft(),
                        q,
                        Paging.of(rows, page, Map.of("kind", kind.key(), "q", q)),
                        tags);
        return Response.ok(Templates.items(view, done)).build();
    }

    private static Row row(ItemKind kind, String id, Map<String, Object> item) {
        var text = Prose.of(kind.beginning(item)).plainText();
        return new Row(
                id,
                Shape.LINE.shown(item.get(kind.isQuestion() ? "type" : "kind")),
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
                Shape.LINE.shown(item.get("concept")),
                Shape.LINE.shown(item.get("difficulty")));
    }

    /** Gives chosen questions what was chosen for them; empty fields leave them as they are. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tag(
            @RestPath String course, @RestPath String name, MultivaluedMap<String, String> sent) {
        var author = person.requiredId();
        var listed = items.of(course, name, "", author);
        if (!listed.kind().isQuestion()) {
            throw Problem.badRequest("Only questions are tagged.");
        }
        var tags = new LinkedHashMap<String, Object>();
        for (var field : Forms.tags()) {
            var value = Objects.requireNonNullElse(sent.getFirst(field.name()), "");
            if (!value.isBlank()) {
                tags.put(field.name(), value);
            }
        }
        var tagged = new LinkedHashMap<String, Map<String, Object>>();
        for (var id : sent.getOrDefault("take", List.of())) {
            var item = new LinkedHashMap<>(listed.item(id));
            item.putAll(tags);
            tagged.put(id, item);
        }
        if (!tagged.isEmpty()) {
            items.keep(listed, listed.list().withFields(tagged), author);
        }
        return Response.seeOther(URI.create(listed.url() + "&done=saved")).build();
    }
}
