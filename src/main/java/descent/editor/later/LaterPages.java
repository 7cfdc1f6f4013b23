package descent.editor.later;

import descent.account.CurrentPerson;
import descent.editor.AuthorTexts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.shared.web.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Plans the publication of an author's draft, and cancels it. */
@Path("/editor/courses/{course}/later/{name:.+}")
@RolesAllowed("author")
public class LaterPages {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Parts parts;
    private final AuthorTexts texts;
    private final Plans plans;
    private final CurrentPerson person;
    private final Times times;
    private final Clock clock;

    LaterPages(
            Parts parts,
            AuthorTexts texts,
            Plans plans,
            CurrentPerson person,
            Times times,
            Clock clock) {
        this.parts = parts;
        this.texts = texts;
        this.plans = plans;
        this.person = person;
        this.times = times;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance later(
                PartPath part,
                String title,
                boolean draft,
                Optional<Planned> planned,
                String at,
                String error);
    }

    @GET
    public TemplateInstance page(@RestPath String course, @RestPath String name) {
        return page(parts.at(course, name), "", "");
    }

    private TemplateInstance page(PartPath part, String at, String error) {
        var author = person.requiredId();
        return Templates.later(
                part,
                parts.title(part),
                texts.of(part, author).draft(),
                plans.find(part, author),
                at,
                error);
    }

    @POST
    public Response plan(
            @RestPath String course,
            @RestPath String name,
            @RestForm("do") @DefaultValue("plan") String what,
            @RestForm @DefaultValue("") String at) {
        var part = parts.at(course, name);
        var author = person.requiredId();
        if (what.equals("cancel")) {
            plans.cancel(part, author);
            return Response.seeOther(URI.create(part.url() + "?done=unplanned")).build();
        }
        var draft = texts.of(part, author);
        var moment = moment(at);
        if (!draft.draft() || moment.isEmpty()) {
            var error =
                    draft.draft()
                            ? "A time to publish at lies within the coming year and is written like 2027-02-01T09:00."
                            : "You have no draft of this part: learners see its text already.";
            return Response.status(422).entity(page(part, at, error)).build();
        }
        plans.plan(part, author, draft.base(), draft.text(), moment.get());
        return Response.seeOther(URI.create(part.url() + "?done=planned")).build();
    }

    private Optional<Instant> moment(String typed) {
        try {
            var now = clock.instant();
            return Optional.of(LocalDateTime.parse(typed).atZone(times.zone()).toInstant())
                    .filter(at -> at.isAfter(now) && at.isBefore(now.plus(LONGEST)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
