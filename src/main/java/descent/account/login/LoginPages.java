package descent.account.login;

import descent.account.Person;
import descent.account.code.SecondFactors;
import descent.account.password.ProvePassword;
import descent.account.session.Sessions;
import descent.shared.Token;
import descent.shared.web.LocalPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in: by password, and by a one-time code where somebody has set that up. */
@Path("/login")
@PermitAll
public class LoginPages {
    private final ProvePassword prove;
    private final SecondFactors factors;
    private final SecondStep secondStep;
    private final Sessions sessions;
    private final Instance<DevPeople> devPeople;

    LoginPages(
            ProvePassword prove,
            SecondFactors factors,
            SecondStep secondStep,
            Sessions sessions,
            Instance<DevPeople> devPeople) {
        this.prove = prove;
        this.factors = factors;
        this.secondStep = secondStep;
        this.sessions = sessions;
        this.devPeople = devPeople;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(
                String email, boolean failed, String done, boolean dev, LocalPath from);

        static native TemplateInstance loginCode(String step, boolean failed);
    }

    @GET
    public TemplateInstance form(
            @RestQuery @DefaultValue("/") String from, @RestQuery @DefaultValue("") String done) {
        return Templates.login("", false, done, devPeople.isResolvable(), LocalPath.of(from));
    }

    @POST
    public Response send(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm boolean remember,
            @RestForm @DefaultValue("/") String from,
            @Context HttpServerRequest request) {
        var person = prove.prove(email, password, request);
        if (person.isEmpty()) {
            return Response.status(401)
                    .entity(
                            Templates.login(
                                    email, true, "", devPeople.isResolvable(), LocalPath.of(from)))
                    .build();
        }
        if (person.get().codesSince != null) {
            var step = secondStep.begin(person.get(), remember, LocalPath.of(from));
            return Response.ok(Templates.loginCode(step.text(), false)).build();
        }
        return signedIn(person.get(), remember, LocalPath.of(from), request);
    }

    @POST
    @Path("code")
    public Response code(
            @RestForm @DefaultValue("") String step,
            @RestForm @DefaultValue("") String code,
            @Context HttpServerRequest request) {
        var login = secondStep.open(new Token(step));
        if (!factors.isGood(login.person().id, code)) {
            return Response.status(401).entity(Templates.loginCode(step, true)).build();
        }
        secondStep.end(new Token(step));
        return signedIn(login.person(), login.remember(), login.from(), request);
    }

    private Response signedIn(
            Person person, boolean remember, LocalPath from, HttpServerRequest request) {
        sessions.begin(person, remember, request);
        return Response.seeOther(from.uri()).build();
    }
}
