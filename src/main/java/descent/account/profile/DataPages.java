package descent.account.profile;

import descent.account.CurrentPerson;
import descent.account.password.ProvePassword;
import descent.account.session.Sessions;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;

/** What is known of one: to take along, and to have deleted. */
@Path("/account/data")
@Authenticated
public class DataPages {
    private final PersonalArchive archive;
    private final DeletePerson deletePerson;
    private final ProvePassword prove;
    private final Sessions sessions;
    private final AuditLog audit;
    private final CurrentPerson person;

    DataPages(
            PersonalArchive archive,
            DeletePerson deletePerson,
            ProvePassword prove,
            Sessions sessions,
            AuditLog audit,
            CurrentPerson person) {
        this.archive = archive;
        this.deletePerson = deletePerson;
        this.prove = prove;
        this.sessions = sessions;
        this.audit = audit;
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance data(String error);
    }

    @GET
    public TemplateInstance data() {
        return Templates.data("");
    }

    @POST
    @Path("archive")
    public Response archive() {
        var id = person.requiredId();
        audit.record(AuditAction.EXPORTED, AuditSubject.person(id), Map.of("what", "own data"));
        return Response.ok(archive.of(id), "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"descent-my-data.zip\"")
                .build();
    }

    @POST
    @Path("delete")
    public Response delete(
            @RestForm @DefaultValue("") String password, @Context HttpServerRequest request) {
        var who = person.required();
        if (!prove.prove(who, password, request)) {
            return Response.status(422)
                    .entity(Templates.data("This is not your password."))
                    .build();
        }
        deletePerson.delete(who.id, who.id);
        sessions.end(request);
        return Response.seeOther(URI.create("/")).build();
    }
}
