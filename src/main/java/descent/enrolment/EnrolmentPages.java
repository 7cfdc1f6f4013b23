package descent.enrolment;

import descent.account.CurrentPerson;
import descent.shared.web.LocalPath;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Enrolling in a course and leaving it. */
@Path("/courses/{course}")
@Authenticated
public class EnrolmentPages {
    private final Enrolments enrolments;
    private final CurrentPerson person;

    EnrolmentPages(Enrolments enrolments, CurrentPerson person) {
        this.enrolments = enrolments;
        this.person = person;
    }

    @POST
    @Path("enrol")
    public Response enrol(@RestPath String course, @RestForm @DefaultValue("") String from) {
        enrolments.enrol(person.requiredId(), course);
        return back(course, from);
    }

    @POST
    @Path("leave")
    public Response leave(@RestPath String course) {
        enrolments.leave(person.requiredId(), course);
        return back(course, "");
    }

    private static Response back(String course, String from) {
        return Response.seeOther(LocalPath.of(from.isEmpty() ? "/courses/" + course : from).uri())
                .build();
    }
}
