package descent.editor.part;

import descent.account.CurrentPerson;
import descent.editor.AuthoredText;
import descent.editor.Drafts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
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
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A part of a course to be edited: its text, the check, the preview, and the button to publish. */
@Path("/editor/courses/{course}/parts/{name:.+}")
@RolesAllowed("author")
public class PartPages {
    private static final Set<String> DEEDS =
            Set.of("publish", "check", "preview", "save", "drop", "remove");

    private final Parts parts;
    private final PublishChanges publish;
    private final Drafts drafts;
    private final PartViews views;
    private final PreviewResource preview;
    private final CurrentPerson person;

    PartPages(
            Parts parts,
            PublishChanges publish,
            Drafts drafts,
            PartViews views,
            PreviewResource preview,
            CurrentPerson person) {
        this.parts = parts;
        this.publish = publish;
        this.drafts = drafts;
        this.views = views;
        this.preview = preview;
        this.person = person;
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance part(PartView view, String title);

        static native TemplateInstance figure(PartPath part, String title, long base);
    }

    @GET
    public TemplateInstance part(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("0") long from,
            @RestQuery @DefaultValue("") String done) {
        var part = parts.at(course, name);
        if (!part.isText()) {
            return Templates.figure(part, parts.title(part), parts.headId(part));
        }
        return page(
                from == 0
                        ? views.opened(part, person.requiredId(), done)
                        : views.from(part, person.requiredId(), from));
    }

    @POST
    public Response send(
            @RestPath String course,
            @RestPath String name,
            @RestForm("do") @DefaultValue("check") String what,
            @RestForm @DefaultValue("") String text,
            @RestForm @DefaultValue("-1") long base) {
        var part = parts.at(course, name);
        if (!DEEDS.contains(what) || base < 0) {
            throw Problem.badRequest(
                    "A part is sent with its text, the number of the revision it is based on, and what to do with it.");
        }
        if (what.equals("drop")) {
            drafts.drop(part, person.requiredId());
            return backTo(part, "dropped");
        }
        if (what.equals("remove")) {
            return remove(part, base);
        }
        var typed = AuthoredText.unixLines(text);
        keep(part, typed, base);
        return switch (what) {
            case "preview" -> Response.ok(preview.of(part, typed)).build();
            case "check" -> checked(part, typed, base);
            case "save" -> backTo(part, "saved");
            default -> published(part, typed, base);
        };
    }

    private Response published(PartPath part, String text, long base) {
        var outcome =
                publish.publish(
                        part.course(), List.of(change(part, text, base)), person.requiredId());
        return switch (outcome) {
            case Outcome.Published(int files) -> backTo(part, files == 0 ? "same" : "published");
            case Outcome.Broken(var verdict) -> refused(typed(part, text, base), verdict);
            case Outcome.Overtaken _ ->
                    Response.status(409).entity(page(typed(part, text, base))).build();
        };
    }

    private Response remove(PartPath part, long base) {
        var change = new Change(part, Optional.empty(), base);
        var outcome = publish.publish(part.course(), List.of(change), person.requiredId());
        return switch (outcome) {
            case Outcome.Published _ ->
                    Response.seeOther(URI.create(part.listUrl() + "?done=removed")).build();
            case Outcome.Broken(var verdict) when part.isText() ->
                    refused(views.opened(part, person.requiredId(), ""), verdict);
            case Outcome.Broken(var verdict) ->
                    throw Problem.conflict(
                            "It is still needed: " + verdict.elsewhere().getFirst() + ".");
            case Outcome.Overtaken _ ->
                    throw Problem.conflict("It has changed meanwhile. Look at it again.");
        };
    }

    private Response checked(PartPath part, String text, long base) {
        var verdict = publish.check(part.course(), List.of(change(part, text, base)));
        var view = typed(part, text, base);
        return Response.ok(page(view.with(checked(verdict, view.text(), false)))).build();
    }

    private Response refused(PartView view, Verdict verdict) {
        return Response.status(422)
                .entity(page(view.with(checked(verdict, view.text(), true))))
                .build();
    }

    private static PartView.Checked checked(Verdict verdict, String text, boolean refused) {
        var lines = text.lines().toList();
        return new PartView.Checked(
                verdict,
                verdict.here().stream().map(each -> PartView.Line.of(each, lines)).toList(),
                refused);
    }

    private Change change(PartPath part, String text, long base) {
        return new Change(part, Optional.of(AuthoredText.encode(text, parts.bytes(part))), base);
    }

    /** What was typed outlives a crash, a closed window and a session's end. */
    private void keep(PartPath part, String text, long base) {
        drafts.keep(part, person.requiredId(), base, text, parts.text(part));
    }

    private PartView typed(PartPath part, String text, long base) {
        return views.typed(part, person.requiredId(), text, base);
    }

    private TemplateInstance page(PartView view) {
        return Templates.part(view, parts.title(view.part()));
    }

    private static Response backTo(PartPath part, String done) {
        return Response.seeOther(URI.create(part.url() + "?done=" + done)).build();
    }
}
