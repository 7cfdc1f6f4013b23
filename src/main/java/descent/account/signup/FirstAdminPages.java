package descent.account.signup;

import descent.account.Complaint;
import descent.account.session.Sessions;
import descent.shared.Token;
import descent.shared.web.Problem;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where the link that the first start printed leads. */
@Path("/first-admin/{token}")
@PermitAll
public class FirstAdminPages {
    private final FirstAdmin firstAdmin;
    private final Sessions sessions;

    FirstAdminPages(FirstAdmin firstAdmin, Sessions sessions) {
        this.firstAdmin = firstAdmin;
        this.sessions = sessions;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance firstAdmin(NewAccount typed, Map<String, Complaint> errors);
    }

    static Problem linkIsOver() {
        return Problem.conflict(
                "This link has been used or is over. While there is no admin, each start prints a new one.");
    }

    @GET
    public TemplateInstance form(@RestPath String token) {
        if (!firstAdmin.isGood(new Token(token))) {
            throw linkIsOver();
        }
        return Templates.firstAdmin(NewAccount.EMPTY, Map.of());
    }

    @POST
    public Response send(
            @RestPath String token,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String zone,
            @Context HttpServerRequest request) {
        var typed = new NewAccount(name, email, password, zone);
        return switch (firstAdmin.become(new Token(token), typed)) {
            case SignUp.Refused(var errors) ->
                    Response.status(422).entity(Templates.firstAdmin(typed, errors)).build();
            case SignUp.Done(var person) -> {
                sessions.begin(person, false, request);
                yield Response.seeOther(URI.create("/")).build();
            }
        };
    }
}
