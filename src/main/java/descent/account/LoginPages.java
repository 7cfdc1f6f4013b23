package descent.account;

import descent.shared.web.LocalPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in and out. */
@Path("/")
@PermitAll
public class LoginPages {
    private final Sessions sessions;
    private final AccountConfig config;

    LoginPages(Sessions sessions, AccountConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(String email, boolean failed, LocalPath from);
    }

    @GET
    @Path("login")
    public TemplateInstance form(@RestQuery @DefaultValue("/") String from) {
        return Templates.login("", false, LocalPath.of(from));
    }

    @POST
    @Path("login")
    public Response send(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm boolean remember,
            @RestForm @DefaultValue("/") String from,
            @Context HttpServerRequest request) {
        var person = sessions.proven(email, password);
        if (person.isEmpty()) {
            return Response.status(401)
                    .entity(Templates.login(email, true, LocalPath.of(from)))
                    .build();
        }
        SessionCookie.token(request).ifPresent(sessions::end);
        var kept =
                remember
                        ? Optional.of(config.session().remembered())
                        : Optional.<java.time.Duration>empty();
        SessionCookie.set(request, sessions.begin(person.get(), remember), kept);
        return Response.seeOther(LocalPath.of(from).uri()).build();
    }

    @POST
    @Path("logout")
    public Response logout(@Context HttpServerRequest request) {
        SessionCookie.token(request).ifPresent(sessions::end);
        SessionCookie.remove(request);
        return Response.seeOther(URI.create("/")).build();
    }
}
