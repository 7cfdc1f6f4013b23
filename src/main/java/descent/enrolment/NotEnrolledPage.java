package descent.enrolment;

import descent.shared.web.ErrorPages;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that one has to enrol, with the button that does it and leads back. */
@ApplicationScoped
public class NotEnrolledPage {
    private final ErrorPages problems;

    NotEnrolledPage(ErrorPages problems) {
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notEnrolled(String courseId, LocalPath from);
    }

    @ServerExceptionMapper
    public Response notEnrolled(NotEnrolled e, HttpHeaders headers, UriInfo uri) {
        if (!ErrorPages.wantsPage(headers)) {
            return problems.answer(Problem.forbidden(String.valueOf(e.getMessage())), headers);
        }
        return Response.status(Response.Status.FORBIDDEN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(
                        Templates.notEnrolled(
                                        e.courseId(),
                                        LocalPath.of(uri.getRequestUri().getRawPath()))
                                .render())
                .build();
    }
}
