package descent.experiment.preset;

import descent.activity.Activity.RunFinished;
import descent.activity.ActivityLog;
import descent.run.ExperimentEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes into the learner's log that an experiment of a lesson was seen to its end. */
@ApplicationScoped
class NoteFinishedRuns {
    private final ActivityLog log;

    NoteFinishedRuns(ActivityLog log) {
        this.log = log;
    }

    void ended(@Observes ExperimentEnded event) {
        if (event.courseId() != null && event.presetId() != null) {
            log.record(new RunFinished(event.personId(), event.courseId(), event.presetId()));
        }
    }
}
