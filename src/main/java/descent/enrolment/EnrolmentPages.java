package descent.enrolment;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.shared.web.LocalPath;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Enrolling in a course and leaving it. */
@Path("/courses/{course}")
@Authenticated
public class EnrolmentPages {
    private final Courses courses;
    private final EnrolForm form;
    private final Enrol enrol;
    private final CurrentPerson person;

    EnrolmentPages(Courses courses, EnrolForm form, Enrol enrol, CurrentPerson person) {
        this.courses = courses;
        this.form = form;
        this.enrol = enrol;
        this.person = person;
    }

    @GET
    @Path("enrol")
    public TemplateInstance form(
            @RestPath String course, @RestQuery @DefaultValue("") String from) {
        return form.page(course, "", target(course, from));
    }

    @POST
    @Path("enrol")
    public Response enrol(
            @RestPath String course,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String from) {
        courses.course(course);
        var target = target(course, from);
        return enrol.byOneself(person.requiredId(), course, code)
                .map(refusal -> Response.status(422).entity(form.page(course, refusal, target)))
                .orElseGet(() -> Response.seeOther(target.uri()))
                .build();
    }

    @POST
    @Path("leave")
    public Response leave(@RestPath String course) {
        enrol.leave(person.requiredId(), course);
        return Response.seeOther(target(course, "").uri()).build();
    }

    private static LocalPath target(String course, String from) {
        return LocalPath.of(from.isEmpty() ? "/courses/" + course : from);
    }
}
