package descent.progress.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** For whoever was shown a certificate: whether it is genuine, and whose it is. */
@Path("/certificates/{code}")
@PermitAll
public class VerificationPage {
    @CheckedTemplate(basePath = "progress", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance verification(Optional<Certificate> certificate);
    }

    /** Names are for whoever has the code, not for search engines. */
    @GET
    public Response verification(@RestPath String code) {
        var found = CertificateCode.parse(code).flatMap(Certificate::with);
        ResponseBuilder answer = found.isPresent() ? Response.ok() : Response.status(404);
        return answer.entity(Templates.verification(found))
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
