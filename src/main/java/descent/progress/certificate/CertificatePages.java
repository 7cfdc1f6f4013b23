package descent.progress.certificate;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.progress.home.CourseProgress;
import descent.progress.home.OpenCourse;
import descent.shared.web.Addresses;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/** The learner's own certificate of a course, or what is missing for it. */
@Path("/courses/{course}/certificate")
@Authenticated
public class CertificatePages {
    private final CurrentPerson person;
    private final Courses courses;
    private final Enrolments enrolments;
    private final OpenCourse openCourse;
    private final IssueCertificate issueCertificate;
    private final Addresses addresses;

    CertificatePages(
            CurrentPerson person,
            Courses courses,
            Enrolments enrolments,
            OpenCourse openCourse,
            IssueCertificate issueCertificate,
            Addresses addresses) {
        this.person = person;
        this.courses = courses;
        this.enrolments = enrolments;
        this.openCourse = openCourse;
        this.issueCertificate = issueCertificate;
        this.addresses = addresses;
    }

    @CheckedTemplate(basePath = "progress", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance certificate(
                Course course, Certificate certificate, String address);

        static native TemplateInstance noCertificate(CourseProgress progress, String name);
    }

    /** Whoever has one sees it, also after leaving the course. */
    @GET
    public TemplateInstance certificate(@RestPath("course") String id) {
        var course = courses.course(id);
        var who = person.required();
        var own = Certificate.of(who.id, id);
        if (own.isPresent()) {
            return Templates.certificate(course, own.get(), addresses.absolute(own.get().path()));
        }
        return Templates.noCertificate(
                openCourse.of(enrolments.requireTaken(id), course), who.name);
    }

    @POST
    public Response issue(@RestPath("course") String id) {
        var course = courses.course(id);
        enrolments.requireTaken(id);
        issueCertificate.to(person.required(), course);
        return Response.seeOther(URI.create("/courses/%s/certificate".formatted(id))).build();
    }

    @GET
    @Path("certificate.pdf")
    public Response pdf(@RestPath("course") String id) {
        var course = courses.course(id);
        var own =
                Certificate.of(person.requiredId(), course.id())
                        .orElseThrow(() -> Problem.notFound("certificate"));
        return Response.ok(
                        CertificatePdf.of(own, addresses.absolute(own.path())), "application/pdf")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"certificate-%s.pdf\"".formatted(course.id()))
                .build();
    }
}
