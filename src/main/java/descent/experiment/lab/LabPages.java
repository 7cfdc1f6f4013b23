package descent.experiment.lab;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.run.OwnTables;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The page of the lab. What is on it is made by its script, of what {@link LabResource} says. */
@Path("/lab")
@PermitAll
public class LabPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final OwnTables tables;
    private final CurrentPerson person;

    LabPages(Courses courses, Enrolments enrolments, OwnTables tables, CurrentPerson person) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.tables = tables;
        this.person = person;
    }

    /**
     * Who stands before the lab.
     *
     * @param from where to come back to, having signed in or enrolled
     * @param tables those that may be trained on
     */
    public record Standing(
            boolean signedIn, boolean enrolled, LocalPath from, List<OwnTables.View> tables) {}

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lab(Course course, Standing standing);
    }

    /**
     * @param course in which a learner runs; the first of the catalogue where none is named
     */
    @GET
    public TemplateInstance lab(@RestQuery Optional<String> course, UriInfo uri) {
        var lab =
                course.or(() -> courses.ids().stream().findFirst())
                        .map(courses::course)
                        .orElseThrow(() -> Problem.notFound("course"));
        return Templates.lab(
                lab,
                new Standing(
                        person.id().isPresent(),
                        enrolments.isEnrolled(lab.id()),
                        LocalPath.of(pathAndQuery(uri)),
                        person.id().map(tables::of).orElse(List.of())));
    }

    private static String pathAndQuery(UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? "/lab" : "/lab?" + query;
    }
}
