package descent.enrolment;

import descent.account.LearnerView;
import descent.course.Courses;
import descent.shared.web.WhileLooking;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/** An author's look at the course as its learners see it, and back. */
@Path("/courses/{course}/view-as-learner")
@Authenticated
public class LearnerViewPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final LearnerView view;

    LearnerViewPages(Courses courses, CourseAuthors authors, LearnerView view) {
        this.courses = courses;
        this.authors = authors;
        this.view = view;
    }

    @POST
    public Response begin(@RestPath String course, @Context HttpServerRequest request) {
        courses.course(course);
        authors.require(course);
        view.begin(request, course);
        return to("/courses/" + course);
    }

    @POST
    @Path("end")
    @WhileLooking
    public Response end(@RestPath String course, @Context HttpServerRequest request) {
        courses.course(course);
        view.end(request);
        return to("/courses/" + course);
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
