package descent.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import descent.engine.spec.ExperimentSpec;
import descent.engine.training.RunRecord;
import descent.run.record.Curves;
import descent.run.record.RecordJson;
import descent.run.record.RunRecords;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at experiments and their runs. */
@ApplicationScoped
public class Experiments {
    private final ReadSpec specs;

    Experiments(ReadSpec specs) {
        this.specs = specs;
    }

    /**
     * An experiment as its owner sees it.
     *
     * @param spec canonical JSON
     * @param outcome JSON: what came of it; null while nothing has
     */
    public record View(
            UUID id,
            String name,
            @Nullable String courseId,
            @Nullable String presetId,
            @JsonRawValue String spec,
            RunState state,
            @JsonRawValue @Nullable String outcome,
            int records,
            Instant createdAt) {}

    /**
     * @param person who asks; null for a visitor
     * @throws Problem 404 when it is not there or not for this person
     */
    @Transactional
    public View view(UUID id, @Nullable UUID person) {
        return view(visible(id, person));
    }

    /** The newest first. */
    @Transactional
    public List<View> historyOf(UUID person, String name, int first, int number) {
        var experiments =
                Experiment.<Experiment>find(
                                "personId = ?1 and (?2 = '' or locate(lower(?2), lower(name)) > 0) order by createdAt desc",
                                person,
                                name.strip())
                        .range(first, first + number - 1)
                        .list();
        var runs = Run.of(experiments);
        return experiments.stream().map(each -> view(each, run(each, runs))).toList();
    }

    /** All that was recorded, as one JSON array; see {@link RecordJson}. */
    @Transactional
    public String records(UUID id, @Nullable UUID person) {
        var experiment = visible(id, person);
        return RunRecords.from(experiment.runKey, 0).stream()
                .map(portion -> portion.items)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Transactional
    public Curves curves(UUID id, @Nullable UUID person) {
        return RecordJson.curves(records(id, person));
    }

    /** What was asked for. */
    @Transactional
    public AskedSpec spec(UUID id, @Nullable UUID person) {
        return specs.kept(run(visible(id, person)).spec);
    }

    /** The whole run with its figures by name, once it is a value. */
    @Transactional
    public Optional<RunRecord> figures(UUID id, @Nullable UUID person) {
        var run = run(visible(id, person));
        return run.state.isValue()
                ? Optional.of(
                        RecordJson.read(records(id, person), Objects.requireNonNull(run.outcome)))
                : Optional.empty();
    }

    /** The system's own experiment with a run of a preset, open to all. */
    @Transactional
    public Optional<View> recording(
            String course, String preset, String name, ExperimentSpec spec) {
        return Experiment.<Experiment>find(
                        "personId is null and courseId = ?1 and presetId = ?2 and name = ?3 and runKey = ?4",
                        course,
                        preset,
                        name,
                        spec.hash())
                .firstResultOptional()
                .map(Experiments::view);
    }

    private static View view(Experiment experiment) {
        return view(experiment, run(experiment));
    }

    private static View view(Experiment experiment, Run run) {
        return new View(
                experiment.id,
                experiment.name,
                experiment.courseId,
                experiment.presetId,
                run.spec,
                stateOf(experiment, run),
                run.outcome,
                run.records,
                experiment.createdAt);
    }

    /** One person's cancel ends that person's experiment, even where the run goes on for others. */
    static RunState stateOf(Experiment experiment, Run run) {
        return experiment.cancelledAt != null && !run.state.isValue()
                ? RunState.CANCELLED
                : run.state;
    }

    static Experiment visible(UUID id, @Nullable UUID person) {
        return Experiment.<Experiment>findByIdOptional(id)
                .filter(experiment -> experiment.isVisibleTo(person))
                .orElseThrow(() -> Problem.notFound("experiment"));
    }

    /** Only whose it is may change it. */
    static Experiment owned(UUID id, UUID person) {
        return Experiment.<Experiment>findByIdOptional(id)
                .filter(experiment -> person.equals(experiment.personId))
                .orElseThrow(() -> Problem.notFound("experiment"));
    }

    static Run run(Experiment experiment) {
        return Run.<Run>findByIdOptional(experiment.runKey).orElseThrow(() -> noRun(experiment));
    }

    /**
     * @param read by key
     */
    static Run run(Experiment experiment, Map<String, Run> read) {
        return Optional.ofNullable(read.get(experiment.runKey))
                .orElseThrow(() -> noRun(experiment));
    }

    private static IllegalStateException noRun(Experiment experiment) {
        return new IllegalStateException("experiment " + experiment.id + " has no run");
    }
}
