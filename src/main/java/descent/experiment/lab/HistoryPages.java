package descent.experiment.lab;

import descent.account.CurrentPerson;
import descent.run.Experiments;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** What somebody has run, to be looked at again. */
@Path("/lab/runs")
@Authenticated
public class HistoryPages {
    private final Experiments experiments;
    private final CurrentPerson person;

    HistoryPages(Experiments experiments, CurrentPerson person) {
        this.experiments = experiments;
        this.person = person;
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance history(Paging.Part<Line> lines, String q);
    }

    /**
     * @param settings in words
     */
    public record Line(Experiments.View run, String settings) {}

    /**
     * The newest first.
     *
     * @param q letters of the names that are shown; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance history(
            @RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("0") int page) {
        var who = person.requiredId();
        var runs =
                Paging.read(
                        page,
                        Map.of("q", q),
                        (first, number) -> experiments.historyOf(who, q, first, number));
        return Templates.history(runs.map(run -> new Line(run, SpecInWords.of(run.spec()))), q);
    }
}
