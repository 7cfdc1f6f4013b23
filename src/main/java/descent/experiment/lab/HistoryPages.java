package descent.experiment.lab;

import descent.account.CurrentPerson;
import descent.run.Experiments;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** What somebody has run, to be looked at again. */
@Path("/lab/runs")
@Authenticated
public class HistoryPages {
    private static final int SIZE = 50;
    private static final int LAST = 10_000;

    private final Experiments experiments;
    private final CurrentPerson person;

    HistoryPages(Experiments experiments, CurrentPerson person) {
        this.experiments = experiments;
        this.person = person;
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance history(
                List<Line> lines, Optional<Integer> newer, Optional<Integer> older);
    }

    /**
     * @param settings in words
     */
    public record Line(Experiments.View run, String settings) {}

    /** The newest first. */
    @GET
    public TemplateInstance history(@RestQuery @DefaultValue("0") int page) {
        if (page < 0 || page > LAST) {
            throw Problem.badRequest("Pages are numbered from 0 to %d.".formatted(LAST));
        }
        var runs = experiments.historyOf(person.requiredId(), page, SIZE);
        return Templates.history(
                runs.stream().map(run -> new Line(run, SpecInWords.of(run.spec()))).toList(),
                Optional.of(page - 1).filter(newer -> newer >= 0),
                Optional.of(page + 1).filter(_ -> runs.size() == SIZE));
    }
}
