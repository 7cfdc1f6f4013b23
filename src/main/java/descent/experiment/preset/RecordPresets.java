package descent.experiment.preset;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Preset;
import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Has the runs of all presets recorded: at the first start, after a publication and by a new
 * engine, so that lessons show them to everybody at once.
 */
@ApplicationScoped
class RecordPresets implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(RecordPresets.class);

    private final Courses courses;
    private final PresetRuns runs;

    /** A course is the same object until it changes: nothing to look at again. */
    private final Map<String, Course> done = new ConcurrentHashMap<>();

    RecordPresets(Courses courses, PresetRuns runs) {
        this.courses = courses;
        this.runs = runs;
    }

    @Override
    public String name() {
        return "record-presets";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        for (var id : courses.ids()) {
            courses.find(id).filter(course -> done.get(id) != course).ifPresent(this::record);
        }
    }

    private void record(Course course) {
        var presets = course.lessons().stream().flatMap(l -> l.experiments().stream());
        if (presets.filter(preset -> !record(course, preset)).count() == 0) {
            done.put(course.id(), course);
        }
    }

    /** One that cannot be recorded keeps no other from it. */
    private boolean record(Course course, Preset preset) {
        try {
            runs.record(course, preset);
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "preset %s of %s is not recorded", preset.id(), course.id());
            return false;
        }
    }
}
