package descent.editor.item;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.editor.form.FieldView.Choice;
import descent.editor.item.BeginItem.Refused;
import descent.editor.item.BeginItem.Wanted;
import descent.enrolment.CourseAuthors;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The form for what is not there yet: a lesson, a test, a question of any type. */
@Path("/editor/courses/{course}/new")
@RolesAllowed("author")
public class NewPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final BeginItem beginItem;
    private final CurrentPerson person;

    NewPages(Courses courses, CourseAuthors authors, BeginItem beginItem, CurrentPerson person) {
        this.courses = courses;
        this.authors = authors;
        this.beginItem = beginItem;
        this.person = person;
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance begin(
                Course course, List<Choice> kinds, Wanted wanted, String error);
    }

    @GET
    public TemplateInstance form(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("lesson") String kind,
            @RestQuery @DefaultValue("") String lesson) {
        return page(own(id), new Wanted(kind, "", "", lesson), "");
    }

    @POST
    public Response begin(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String kind,
            @RestForm("id") @DefaultValue("") String newId,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String lesson) {
        var course = own(id);
        var wanted = new Wanted(kind, newId.strip(), title.strip(), lesson);
        try {
            var page = beginItem.begin(id, wanted, person.requiredId());
            return Response.seeOther(URI.create(page)).build();
        } catch (Refused e) {
            return Response.status(422).entity(page(course, wanted, e.reason())).build();
        }
    }

    private static TemplateInstance page(Course course, Wanted wanted, String error) {
        return Templates.begin(course, BeginItem.kinds(), wanted, error);
    }

    private Course own(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }
}
