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
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing up. There is no mail server to ask: who signs up is signed in. */
@Path("/sign-up")
@PermitAll
public class SignUpPages {
    private final SignUp signUp;
    private final Sessions sessions;

    SignUpPages(SignUp signUp, Sessions sessions) {
        this.signUp = signUp;
        this.sessions = sessions;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signUp(
                NewAccount typed, Map<String, String> errors, LocalPath from);
    }

    @GET
    public TemplateInstance form(@RestQuery @DefaultValue("/") String from) {
        return Templates.signUp(new NewAccount("", "", ""), Map.of(), LocalPath.of(from));
    }

    @POST
    public Response send(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("/") String from,
            @Context HttpServerRequest request) {
        var typed = new NewAccount(name, email, password);
        return switch (signUp.signUp(typed, Role.LEARNER)) {
            case SignUp.Outcome.Refused(var errors) ->
                    Response.status(422)
                            .entity(Templates.signUp(typed, errors, LocalPath.of(from)))
                            .build();
            case SignUp.Outcome.Done(var person) -> {
                SessionCookie.set(request, sessions.begin(person, false), Optional.empty());
                yield Response.seeOther(LocalPath.of(from).uri()).build();
            }
        };
    }
}
