package descent.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import descent.run.budget.BudgetConfig;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's experiments and tables, as a part of what is known of them. */
@ApplicationScoped
class RunData implements PersonalData {
    private final BudgetConfig config;

    RunData(BudgetConfig config) {
        this.config = config;
    }

    record AnExperiment(
            String name,
            Optional<String> course,
            Optional<String> preset,
            Instant createdAt,
            RunState state,
            @JsonRawValue String spec) {}

    record ATable(UUID id, String name, Instant createdAt, @JsonRawValue String content) {}

    record Part(List<AnExperiment> experiments, List<ATable> tables) {}

    @Override
    public String name() {
        return "experiments";
    }

    @Override
    public String kept() {
        return "The experiments you run: their names, settings and results, and when, for %d days; tables of your own, until you delete them; the seconds of computing of each day; all of it no longer than the account."
                .formatted(config.kept().toDays());
    }

    @Override
    public Part export(UUID personId) {
        var runs = Run.of(personId);
        return new Part(
                Experiment.<Experiment>list("personId = ?1 order by createdAt", personId).stream()
                        .map(each -> part(each, Experiments.run(each, runs)))
                        .toList(),
                OwnTable.of(personId).stream()
                        .map(table ->
                                new ATable(table.id, table.name, table.createdAt, table.content))
                        .toList());
    }

    private static AnExperiment part(Experiment experiment, Run run) {
        return new AnExperiment(
                experiment.name,
                Optional.ofNullable(experiment.courseId),
                Optional.ofNullable(experiment.presetId),
                experiment.createdAt,
                Experiments.stateOf(experiment, run),
                run.spec);
    }
}
