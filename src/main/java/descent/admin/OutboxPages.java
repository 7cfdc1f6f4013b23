package descent.admin;

import descent.shared.mail.MailServer;
import descent.shared.mail.Outbox;
import descent.shared.mail.OutboxMail;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Mails on their way: to whom, of which kind, how far; never what they say. */
@Path("/admin/outbox")
@RolesAllowed("admin")
public class OutboxPages {
    private final Outbox outbox;
    private final MailServer server;

    OutboxPages(Outbox outbox, MailServer server) {
        this.outbox = outbox;
        this.server = server;
    }

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance outbox(Paging.Part<OutboxMail> mails, boolean server);
    }

    @GET
    public TemplateInstance outbox(@RestQuery @DefaultValue("0") int page) {
        var mails = Paging.read(page, Map.of(), outbox::newest);
        return Templates.outbox(mails, server.isThere());
    }

    @POST
    @Path("{mail}/again")
    public Response again(@RestPath long mail) {
        outbox.again(mail);
        return Response.seeOther(URI.create("/admin/outbox")).build();
    }
}
