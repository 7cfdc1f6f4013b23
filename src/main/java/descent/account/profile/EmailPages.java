package descent.account.profile;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.account.CurrentPerson;
import descent.account.EmailAddress;
import descent.account.password.ProvePassword;
import descent.shared.Token;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Another e-mail address. */
@Path("/account/email")
@Authenticated
public class EmailPages {
    private final ChangeEmail change;
    private final ProvePassword prove;
    private final CurrentPerson person;

    EmailPages(ChangeEmail change, ProvePassword prove, CurrentPerson person) {
        this.change = change;
        this.prove = prove;
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance email(
                String current, String typed, boolean mailed, Map<String, Complaint> errors);

        static native TemplateInstance emailConfirm(String wanted);
    }

    static Problem linkIsOver() {
        return Problem.conflict(
                "This link has been used or is over. Change the address once more.");
    }

    @GET
    public TemplateInstance form() {
        return Templates.email(person.required().email, "", false, Map.of());
    }

    @POST
    public Response send(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        var who = person.required();
        var wanted = EmailAddress.of(email);
        var errors = new LinkedHashMap<String, Complaint>();
        if (wanted.isEmpty()) {
            errors.put("email", Complaint.of(Kind.EMAIL));
        } else if (!prove.prove(who, password, request)) {
            errors.put("password", Complaint.of(Kind.PASSWORD_WRONG));
        }
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.email(who.email, email, false, errors))
                    .build();
        }
        return change.ask(who.id, wanted.orElseThrow())
                ? Response.ok(Templates.email(who.email, email, true, Map.of())).build()
                : Response.seeOther(URI.create("/account?done=email")).build();
    }

    /** The link may be opened in another browser: it is the proof. */
    @GET
    @Path("{token}")
    @PermitAll
    public TemplateInstance confirmForm(@RestPath String token) {
        return change.wanted(new Token(token))
                .map(Templates::emailConfirm)
                .orElseThrow(EmailPages::linkIsOver);
    }

    @POST
    @Path("{token}")
    @PermitAll
    public Response confirm(@RestPath String token) {
        change.confirm(new Token(token));
        return Response.seeOther(URI.create("/account?done=email")).build();
    }
}
