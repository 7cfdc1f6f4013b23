package descent.editor.item;

import descent.account.CurrentPerson;
import descent.course.material.Finding;
import descent.course.material.Lesson;
import descent.editor.PartPath;
import descent.editor.form.FieldView;
import descent.editor.form.ItemForm;
import descent.editor.form.ItemForm.Read;
import descent.editor.item.Items.Listed;
import descent.experiment.preset.PresetTrial;
import descent.quiz.page.QuestionTrial;
import descent.shared.text.Html;
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
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One item in a form of its own: a card, a term, a question, which can be tried here. */
@Path("/editor/courses/{course}/item/{name:.+}")
@RolesAllowed("author")
public class ItemPages {
    private final Items items;
    private final QuestionTrial trial;
    private final PresetTrial presets;
    private final CurrentPerson person;

    ItemPages(Items items, QuestionTrial trial, PresetTrial presets, CurrentPerson person) {
        this.items = items;
        this.trial = trial;
        this.presets = presets;
        this.person = person;
    }

    /**
     * @param course its title
     * @param list the page of all of its kind
     * @param url its own page
     * @param line where the item begins in its file
     * @param draft whether the file is other than what learners see
     * @param fields empty for an item that is edited as text alone
     * @param findings of the check
     * @param trial the question or preset as learners meet it; nothing for what is none
     */
    public record View(
            PartPath part,
            String course,
            ItemKind kind,
            String list,
            String url,
            String id,
            int line,
            boolean draft,
            List<FieldView> fields,
            List<Finding> findings,
            Optional<Html> trial) {
        /** What an author calls it: a file that is one item has no id of its own. */
        public String heading() {
            return kind.isWhole() ? part.label() : id;
        }
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance item(View view, String done);
    }

    @GET
    public TemplateInstance item(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String id,
            @RestQuery @DefaultValue("") String done) {
        var listed = items.of(course, name, kind, person.requiredId());
        var findings = items.findings(listed, id);
        var view = view(listed, id, Read.of(listed.item(id)), findings, nothingSent());
        return Templates.item(view, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String id,
            MultivaluedMap<String, String> sent) {
        var listed = items.of(course, name, kind, person.requiredId());
        var before = listed.item(id);
        var what = sent.getFirst("do");
        if ("try".equals(what)) {
            var findings = items.findings(listed, id);
            var view = view(listed, id, Read.of(before), findings, sent);
            return Response.ok(Templates.item(view, "tried")).build();
        }
        if (!"save".equals(what)) {
            throw Problem.badRequest("An item is saved, or tried.");
        }
        var read = new ItemForm(listed.kind().fields(before)).read(before, sent);
        if (!read.problems().isEmpty()) {
            var view = view(listed, id, read, List.of(), nothingSent());
            return Response.status(422).entity(Templates.item(view, "")).build();
        }
        items.keep(listed, listed.list().withFields(id, read.item()), person.requiredId());
        return Response.seeOther(URI.create(listed.url(id) + "&done=saved")).build();
    }

    private View view(
            Listed listed,
            String id,
            Read read,
            List<Finding> findings,
            MultivaluedMap<String, String> answer) {
        var kind = listed.kind();
        return new View(
                listed.part(),
                listed.course(),
                kind,
                listed.url(),
                listed.url(id),
                id,
                listed.list().lineOf(id),
                listed.text().draft(),
                FieldView.all("", kind.fields(read.item()), read, listed.known()),
                findings,
                trial(listed, id, read.item(), answer));
    }

    private Optional<Html> trial(
            Listed listed,
            String id,
            Map<String, Object> item,
            MultivaluedMap<String, String> answer) {
        var part = listed.part();
        return switch (listed.kind()) {
            case QUESTION ->
                    trial.of(
                            part.course(),
                            listed.lesson().map(Lesson::id).orElse(""),
                            item,
                            answer);
            case PRESET -> presets.card(items.draft(listed), id, part.runsUrl() + "?id=" + id);
            case CARD,
                    TERM,
                    CONCEPT,
                    EXAMPLE,
                    AID,
                    TURN,
                    CONVERSATION,
                    CHAPTER,
                    CHALLENGE,
                    TEST,
                    COURSE,
                    VOICES,
                    CATALOGUE ->
                    Optional.empty();
        };
    }

    private static MultivaluedMap<String, String> nothingSent() {
        return new MultivaluedHashMap<>();
    }
}
