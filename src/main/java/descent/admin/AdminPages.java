package descent.admin;

import descent.account.Role;
import descent.account.people.People;
import descent.run.RunOverview;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The first page for admins, and the runs. */
@Path("/admin")
@RolesAllowed("admin")
public class AdminPages {
    private final People people;
    private final RunOverview runs;

    AdminPages(People people, RunOverview runs) {
        this.people = people;
        this.runs = runs;
    }

    /** How many people have a role. */
    public record RoleCount(Role role, long people) {}

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(List<RoleCount> people, List<RunOverview.Count> runs);

        static native TemplateInstance runs(
                List<RunOverview.Count> counts, Paging.Part<RunOverview.Line> runs);
    }

    @GET
    public TemplateInstance home() {
        return Templates.home(
                Arrays.stream(Role.values())
                        .map(role ->
                                new RoleCount(
                                        role, people.search("", Optional.of(role), 0, 1).all()))
                        .toList(),
                runs.counts());
    }

    @GET
    @Path("runs")
    public TemplateInstance runs(@RestQuery @DefaultValue("0") int page) {
        return Templates.runs(runs.counts(), Paging.read(page, Map.of(), runs::latest));
    }
}
