package descent.shared.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import descent.shared.replica.Replica;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rooms' {@link RecurringJob}s by db-scheduler, whose table the replicas share; those that
 * only serve pages take no part.
 */
@ApplicationScoped
class JobScheduler {
    /** A job whose replica has not been heard of for four heartbeats is taken over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final AgroalDataSource database;
    private final List<RecurringJob> jobs;
    private final Replica replica;
    private @Nullable Scheduler scheduler;

    JobScheduler(AgroalDataSource database, @All List<RecurringJob> jobs, Replica replica) {
        this.database = database;
        this.jobs = jobs;
        this.replica = replica;
    }

    void start(@Observes StartupEvent event) {
        if (!replica.worksInBackground()) {
            return;
        }
        scheduler =
                Scheduler.create(database)
                        .startTasks(jobs.stream().map(JobScheduler::task).toList())
                        .threads(2)
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .pollingInterval(Duration.ofSeconds(1))
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(4)
                        .enablePriority()
                        .failureLogging(LogLevel.ERROR, true)
                        .shutdownMaxWait(Duration.ofSeconds(10))
                        .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                .execute((instance, context) -> job.run());
    }
}
