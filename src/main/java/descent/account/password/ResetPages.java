package descent.account.password;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.account.EmailAddress;
import descent.shared.Token;
import descent.shared.mail.MailServer;
import descent.shared.web.ClientAddress;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** For who has forgotten the password. */
@Path("/password")
@PermitAll
public class ResetPages {
    private final ResetPassword resets;
    private final ChangePassword change;
    private final MailServer server;

    ResetPages(ResetPassword resets, ChangePassword change, MailServer server) {
        this.resets = resets;
        this.change = change;
        this.server = server;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance forgotten(
                boolean mail, boolean asked, @Nullable Complaint error);

        static native TemplateInstance reset(String email, @Nullable Complaint error);
    }

    static Problem linkIsOver() {
        return Problem.conflict(
                "This link has been used, is over, or a newer one was asked for. Ask for another.");
    }

    @GET
    @Path("forgotten")
    public TemplateInstance forgotten() {
        return Templates.forgotten(server.isThere(), false, null);
    }

    @POST
    @Path("forgotten")
    public Response ask(
            @RestForm @DefaultValue("") String email, @Context HttpServerRequest request) {
        var address = EmailAddress.of(email);
        if (address.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.forgotten(server.isThere(), false, Complaint.of(Kind.EMAIL)))
                    .build();
        }
        resets.askFor(address.get(), ClientAddress.of(request));
        return Response.ok(Templates.forgotten(server.isThere(), true, null)).build();
    }

    @GET
    @Path("reset/{token}")
    public TemplateInstance form(@RestPath String token) {
        return page(new Token(token), null);
    }

    /** Signs nobody in: a link that went astray is not a session. */
    @POST
    @Path("reset/{token}")
    public Response send(@RestPath String token, @RestForm @DefaultValue("") String password) {
        var link = new Token(token);
        Optional<Complaint> refusal = change.byLink(link, password);
        return refusal.isPresent()
                ? Response.status(422).entity(page(link, refusal.get())).build()
                : Response.seeOther(URI.create("/login?done=password")).build();
    }

    private TemplateInstance page(Token link, @Nullable Complaint error) {
        return change.owner(link)
                .map(person -> Templates.reset(person.email, error))
                .orElseThrow(ResetPages::linkIsOver);
    }
}
