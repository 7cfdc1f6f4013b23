package descent.account.signup;

import descent.account.Complaint;
import descent.account.session.Sessions;
import descent.shared.Token;
import descent.shared.web.ClientAddress;
import descent.shared.web.LocalPath;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing up, and following the link in the mail. */
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
                NewAccount typed, Map<String, Complaint> errors, LocalPath from);

        static native TemplateInstance signUpMailed(String email);

        static native TemplateInstance signUpConfirm(String email, boolean failed);
    }

    static Problem linkIsOver() {
        return Problem.conflict("This link has been used or is over. Sign in, or sign up again.");
    }

    static Problem isTaken() {
        return Problem.conflict("There is an account with this address. Sign in instead.");
    }

    @GET
    public TemplateInstance form(@RestQuery @DefaultValue("/") String from) {
        return Templates.signUp(NewAccount.EMPTY, Map.of(), LocalPath.of(from));
    }

    @POST
    public Response send(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String zone,
            @RestForm @DefaultValue("/") String from,
            @Context HttpServerRequest request) {
        var typed = new NewAccount(name, email, password, zone);
        var back = LocalPath.of(from);
        return switch (signUp.signUp(typed, back, ClientAddress.of(request))) {
            case SignUp.Refused(var errors) ->
                    Response.status(422).entity(Templates.signUp(typed, errors, back)).build();
            case SignUp.Mailed() -> Response.ok(Templates.signUpMailed(typed.email())).build();
            case SignUp.Done(var person) -> {
                sessions.begin(person, false, request);
                yield Response.seeOther(back.uri()).build();
            }
        };
    }

    /** Opening the link makes nothing yet: mail scanners open links. */
    @GET
    @Path("confirm/{token}")
    public TemplateInstance confirmForm(@RestPath String token) {
        var pending = signUp.pending(new Token(token)).orElseThrow(SignUpPages::linkIsOver);
        return Templates.signUpConfirm(pending.email, false);
    }

    @POST
    @Path("confirm/{token}")
    public Response confirm(
            @RestPath String token,
            @RestForm @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        var link = new Token(token);
        var pending = signUp.pending(link).orElseThrow(SignUpPages::linkIsOver);
        var person = signUp.confirm(link, pending, password);
        if (person.isEmpty()) {
            return Response.status(401)
                    .entity(Templates.signUpConfirm(pending.email, true))
                    .build();
        }
        sessions.begin(person.get(), false, request);
        return Response.seeOther(LocalPath.of(pending.backTo).uri()).build();
    }
}
