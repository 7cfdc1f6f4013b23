package descent.experiment.preset;

import descent.course.material.Course;
import descent.course.material.Preset;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.run.Experiments;
import descent.run.RequestRun;
import descent.run.RunRequest;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The runs of presets: recorded by the system for all, asked for again by learners. */
@ApplicationScoped
class PresetRuns {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final RequestRun requestRun;
    private final Experiments experiments;

    PresetRuns(RequestRun requestRun, Experiments experiments) {
        this.requestRun = requestRun;
        this.experiments = experiments;
    }

    /**
     * Asks for what is not recorded yet. A run that cannot be read is left to the content check.
     */
    @Transactional
    void record(Course course, Preset preset) {
        for (var run : preset.runs()) {
            spec(run)
                    .filter(spec -> recording(course, preset, run, spec).isEmpty())
                    .ifPresent(
                            spec -> requestRun.request(spec, request(null, course, preset, run)));
        }
    }

    /** All runs of a preset as experiments of a learner's own. */
    @Transactional
    List<AskedRun> own(UUID person, Course course, Preset preset) {
        return asked(preset, run -> request(person, course, preset, run));
    }

    /** All runs of a preset that learners may not see yet: not among those of the lesson. */
    @Transactional
    List<AskedRun> tried(UUID author, Course course, Preset preset) {
        return asked(preset, run -> new RunRequest(author, course.id(), null, run.name()));
    }

    private List<AskedRun> asked(Preset preset, Function<Preset.Run, RunRequest> request) {
        return preset.runs().stream()
                .map(run -> {
                    var spec = spec(run).orElseThrow(() -> broken(preset));
                    var id = requestRun.request(spec, request.apply(run));
                    return new AskedRun(id, run.name(), run.label());
                })
                .toList();
    }

    /** All runs of a preset as the system recorded them, or is recording them. */
    @Transactional
    List<AskedRun> recorded(Course course, Preset preset) {
        return preset.runs().stream()
                .map(run -> {
                    var spec = spec(run).orElseThrow(() -> broken(preset));
                    var recording =
                            recording(course, preset, run, spec)
                                    .orElseThrow(() ->
                                            Problem.unavailable(
                                                    "This experiment is about to be recorded. Try again in some seconds.",
                                                    SOON));
                    return new AskedRun(recording.id(), run.name(), run.label());
                })
                .toList();
    }

    Optional<Experiments.View> recording(Course course, Preset preset, Preset.Run run) {
        return spec(run).flatMap(spec -> recording(course, preset, run, spec));
    }

    private Optional<Experiments.View> recording(
            Course course, Preset preset, Preset.Run run, ExperimentSpec spec) {
        return experiments.recording(course.id(), preset.id(), run.name(), spec);
    }

    private static RunRequest request(
            @Nullable UUID person, Course course, Preset preset, Preset.Run run) {
        return new RunRequest(person, course.id(), preset.id(), run.name());
    }

    private static Optional<ExperimentSpec> spec(Preset.Run run) {
        try {
            return Optional.of(ExperimentSpec.read(run.spec()));
        } catch (SpecException e) {
            return Optional.empty();
        }
    }

    private static Problem broken(Preset preset) {
        return Problem.conflict(
                "The experiment \"%s\" cannot be run as it is written. Its authors can see why."
                        .formatted(preset.title()));
    }
}
