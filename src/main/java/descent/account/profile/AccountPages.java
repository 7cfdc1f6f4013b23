package descent.account.profile;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.account.CurrentPerson;
import descent.account.DisplayName;
import descent.account.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@Path("/account")
@Authenticated
public class AccountPages {
    /** "Europe/Vienna" and its like; what else Java knows are old names of the same zones. */
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone ->
                            zone.matches(
                                    "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|Antarctica)/.*"))
                    .sorted()
                    .toList();

    private final CurrentPerson person;

    AccountPages(CurrentPerson person) {
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(
                Person person, List<String> zones, String done, @Nullable Complaint error);
    }

    @GET
    public TemplateInstance account(@RestQuery @DefaultValue("") String done) {
        return Templates.account(person.required(), ZONES, done, null);
    }

    @POST
    @Path("name")
    @Transactional
    public Response name(@RestForm @DefaultValue("") String name) {
        var who = person.required();
        var typed = DisplayName.of(name);
        if (typed.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.account(who, ZONES, "", Complaint.of(Kind.NAME)))
                    .build();
        }
        who.name = typed.get().text();
        return done("name");
    }

    @POST
    @Path("time-zone")
    @Transactional
    public Response timeZone(@RestForm @DefaultValue("") String zone) {
        var who = person.required();
        if (!zone.equals("Z") && !ZONES.contains(zone)) {
            return Response.status(422)
                    .entity(Templates.account(who, ZONES, "", Complaint.of(Kind.TIME_ZONE)))
                    .build();
        }
        who.timeZone = ZoneId.of(zone);
        return done("time-zone");
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/account?done=" + what)).build();
    }
}
