package descent.account.profile;

import descent.account.CurrentPerson;
import descent.account.session.Session;
import descent.account.session.Sessions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where one is signed in. */
@Path("/account/sessions")
@Authenticated
public class SessionPages {
    private final Sessions sessions;
    private final CurrentPerson person;

    SessionPages(Sessions sessions, CurrentPerson person) {
        this.sessions = sessions;
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sessions(List<Session> sessions, UUID current);
    }

    @GET
    public TemplateInstance sessions(@Context HttpServerRequest request) {
        var current = sessions.current(request).orElseThrow().id;
        return Templates.sessions(sessions.of(person.requiredId()), current);
    }

    /** Another's session is not found, and so not ended. */
    @POST
    @Path("{session}/end")
    public Response end(@RestPath UUID session) {
        sessions.end(person.requiredId(), session);
        return Response.seeOther(URI.create("/account/sessions")).build();
    }

    @POST
    @Path("end-all")
    public Response endAll(@Context HttpServerRequest request) {
        sessions.endAll(person.requiredId());
        sessions.end(request);
        return Response.seeOther(URI.create("/login")).build();
    }
}
