package descent.enrolment;

import descent.shared.web.ErrorPages;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that one has to enrol, with the button that does it and leads back. */
@ApplicationScoped
public class NotEnrolledPage {
    private final ErrorPages problems;
    private final EnrolForm form;

    NotEnrolledPage(ErrorPages problems, EnrolForm form) {
        this.problems = problems;
        this.form = form;
    }

    @ServerExceptionMapper
    public Response notEnrolled(NotEnrolled e, HttpHeaders headers, HttpServerRequest request) {
        if (!ErrorPages.wantsPage(headers)) {
            return problems.answer(Problem.forbidden(String.valueOf(e.getMessage())), headers);
        }
        var page = form.page(e.courseId(), "", LocalPath.whereabouts(request));
        return Response.status(Response.Status.FORBIDDEN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
