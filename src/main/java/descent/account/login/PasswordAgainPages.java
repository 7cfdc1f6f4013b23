package descent.account.login;

import descent.account.CurrentPerson;
import descent.account.password.ProvePassword;
import descent.account.session.Sessions;
import descent.shared.web.LocalPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Asks for the password again in a session that is weeks old, before what matters. */
@Path("/login/again")
@Authenticated
public class PasswordAgainPages {
    private final ProvePassword prove;
    private final Sessions sessions;
    private final CurrentPerson person;

    PasswordAgainPages(ProvePassword prove, Sessions sessions, CurrentPerson person) {
        this.prove = prove;
        this.sessions = sessions;
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance passwordAgain(String email, boolean failed, LocalPath from);
    }

    @GET
    public TemplateInstance form(@RestQuery @DefaultValue("/") String from) {
        return Templates.passwordAgain(person.required().email, false, LocalPath.of(from));
    }

    @POST
    public Response send(
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("/") String from,
            @Context HttpServerRequest request) {
        var who = person.required();
        if (!prove.prove(who, password, request)) {
            return Response.status(401)
                    .entity(Templates.passwordAgain(who.email, true, LocalPath.of(from)))
                    .build();
        }
        sessions.proveAgain(request);
        return Response.seeOther(LocalPath.of(from).uri()).build();
    }
}
