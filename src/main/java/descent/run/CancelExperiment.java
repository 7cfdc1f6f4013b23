package descent.run;

import descent.shared.live.News;
import descent.shared.live.News.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Takes back one's request. The training ends when nobody else has asked for it. */
@ApplicationScoped
public class CancelExperiment {
    private final News news;
    private final Clock clock;

    CancelExperiment(News news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    /** Of one that has ended, or is cancelled already, nothing changes. */
    @Transactional
    public void cancel(UUID id, UUID person) {
        var experiment = Experiments.owned(id, person);
        var run = Run.locked(experiment.runKey).orElseThrow();
        if (run.state.isEnd() || experiment.cancelledAt != null) {
            return;
        }
        experiment.cancelledAt = clock.instant();
        experiment.flush();
        if (Experiment.isWanted(run.key)) {
            return;
        }
        if (run.state == RunState.WAITING) {
            run.end(
                    RunState.CANCELLED,
                    Outcomes.without("Cancelled before it began."),
                    clock.instant());
        }
        news.send(Topic.RUN_CANCELLED, run.key);
    }
}
