package descent.enrolment.invitation;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.shared.Token;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/** Where the link of an invitation leads. Opening it changes nothing: mail scanners open links. */
@Path("/invitations/{token}")
public class InvitationPages {
    private final Invitations invitations;
    private final Courses courses;
    private final CurrentPerson person;

    InvitationPages(Invitations invitations, Courses courses, CurrentPerson person) {
        this.invitations = invitations;
        this.courses = courses;
        this.person = person;
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invitation(
                Course course, Invitation invitation, LocalPath here);
    }

    static Problem invitationIsOver() {
        return Problem.conflict(
                "This invitation was taken up, is over, or was withdrawn. Ask who invited you for another.");
    }

    @GET
    @PermitAll
    public TemplateInstance invitation(@RestPath String token) {
        var invitation =
                invitations.behind(new Token(token)).orElseThrow(InvitationPages::invitationIsOver);
        return Templates.invitation(
                courses.course(invitation.courseId),
                invitation,
                LocalPath.of("/invitations/" + token));
    }

    @POST
    @Authenticated
    public Response takeUp(@RestPath String token) {
        var course = invitations.takeUp(new Token(token), person.requiredId());
        return Response.seeOther(URI.create("/courses/" + course)).build();
    }
}
