package descent.account.password;

import descent.account.Complaint;
import descent.account.CurrentPerson;
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
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;

/** A new password for who knows the old one. */
@Path("/account/password")
@Authenticated
public class PasswordPages {
    private final ChangePassword change;
    private final CurrentPerson person;

    PasswordPages(ChangePassword change, CurrentPerson person) {
        this.change = change;
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance password(String email, Map<String, Complaint> errors);
    }

    @GET
    public TemplateInstance form() {
        return Templates.password(person.required().email, Map.of());
    }

    @POST
    public Response send(
            @RestForm @DefaultValue("") String current,
            @RestForm @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        var who = person.required();
        var errors = change.byOldPassword(who, current, password, request);
        return errors.isEmpty()
                ? Response.seeOther(URI.create("/account?done=password")).build()
                : Response.status(422).entity(Templates.password(who.email, errors)).build();
    }
}
