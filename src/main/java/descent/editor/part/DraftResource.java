package descent.editor.part;

import descent.account.CurrentPerson;
import descent.editor.AuthoredText;
import descent.editor.Drafts;
import descent.editor.Parts;
import descent.shared.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Takes what an author is typing, again and again while it is typed. */
@Path("/editor/courses/{course}/drafts/{name:.+}")
@RolesAllowed("author")
public class DraftResource {
    private final Parts parts;
    private final Drafts drafts;
    private final CurrentPerson person;

    DraftResource(Parts parts, Drafts drafts, CurrentPerson person) {
        this.parts = parts;
        this.drafts = drafts;
        this.person = person;
    }

    @POST
    public void save(
            @RestPath String course,
            @RestPath String name,
            @RestForm @DefaultValue("") String text,
            @RestForm @DefaultValue("-1") long base) {
        var part = parts.at(course, name);
        if (base < 0) {
            throw Problem.badRequest("A draft names the revision it is based on.");
        }
        drafts.keep(
                part, person.requiredId(), base, AuthoredText.unixLines(text), parts.text(part));
    }
}
