package descent.enrolment.people;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Admission;
import descent.enrolment.CourseAuthors;
import descent.enrolment.CourseRule;
import descent.shared.web.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
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

/** Who may enrol in the course, and when it takes place. */
@Path("/courses/{course}/people/rule")
@Authenticated
public class RulePages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final ChangeRule change;
    private final Times times;

    RulePages(Courses courses, CourseAuthors authors, ChangeRule change, Times times) {
        this.courses = courses;
        this.authors = authors;
        this.change = change;
        this.times = times;
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rule(
                Course course,
                TypedRule typed,
                List<Admission> admissions,
                String zone,
                Map<String, String> errors,
                String done);
    }

    @GET
    @Transactional
    public TemplateInstance form(
            @RestPath("course") String id, @RestQuery @DefaultValue("") String done) {
        authors.require(id);
        return page(id, TypedRule.of(CourseRule.of(id), times.zone()), Map.of(), done);
    }

    @POST
    public Response send(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String admission,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String begins,
            @RestForm @DefaultValue("") String ends) {
        authors.require(id);
        var typed = new TypedRule(admission, code, begins, ends);
        var errors = typed.errors(times.zone());
        if (!errors.isEmpty()) {
            return Response.status(422).entity(page(id, typed, errors, "")).build();
        }
        change.change(courses.course(id).id(), typed, times.zone());
        return Response.seeOther(URI.create("/courses/" + id + "/people/rule?done=rule")).build();
    }

    private TemplateInstance page(
            String id, TypedRule typed, Map<String, String> errors, String done) {
        return Templates.rule(
                courses.course(id),
                typed,
                List.of(Admission.values()),
                times.zone().getId(),
                errors,
                done);
    }
}
