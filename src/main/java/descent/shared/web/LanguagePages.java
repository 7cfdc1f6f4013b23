package descent.shared.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** The switch in the footer; and the templates speak the language of who asks for the page. */
@Path("/language")
@PermitAll
public class LanguagePages {
    private final CurrentVertxRequest current;

    LanguagePages(CurrentVertxRequest current) {
        this.current = current;
    }

    @POST
    @WhileLooking
    public Response choose(
            @RestForm @DefaultValue("") String language, @Context HttpServerRequest request) {
        Language.named(language)
                .orElseThrow(() -> Problem.badRequest("A language is en or de."))
                .remember(request);
        return Response.seeOther(LocalPath.whereabouts(request).uri()).build();
    }

    void speak(@Observes EngineBuilder templates) {
        templates.addTemplateInstanceInitializer(page -> page.setLocale(language().getLocale()));
    }

    /** Letters and what is drawn in the background are English. */
    private Language language() {
        return Arc.container().requestContext().isActive() && current.getCurrent() != null
                ? Language.of(current.getCurrent().request())
                : Language.ENGLISH;
    }
}
