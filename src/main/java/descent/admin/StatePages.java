package descent.admin;

import descent.run.RunOverview;
import descent.shared.blob.Blobs;
import descent.shared.job.JobOverview;
import descent.shared.mail.Outbox;
import descent.shared.mail.OutboxMail;
import descent.shared.postgres.Storage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the site stands: the queue and who works at it, work in the background, mails, storage. */
@Path("/admin/state")
@RolesAllowed("admin")
public class StatePages {
    private static final int LARGEST = 12;

    private final RunOverview runs;
    private final JobOverview jobs;
    private final Outbox outbox;
    private final Blobs blobs;
    private final Storage storage;
    private final Clock clock;

    StatePages(
            RunOverview runs,
            JobOverview jobs,
            Outbox outbox,
            Blobs blobs,
            Storage storage,
            Clock clock) {
        this.runs = runs;
        this.jobs = jobs;
        this.outbox = outbox;
        this.blobs = blobs;
        this.storage = storage;
        this.clock = clock;
    }

    /** A run under way. */
    public record WorkerRow(String name, String run, String since, String lease, int tries) {}

    /**
     * A job.
     *
     * @param trouble empty when there is none
     */
    public record JobRow(String name, String next, @Nullable Instant lastSuccess, String trouble) {}

    public record TableRow(String name, String rows, String size) {}

    /** What the page says. */
    public record State(
            RunOverview.Queue queue,
            String oldestWait,
            List<WorkerRow> workers,
            List<JobRow> jobs,
            long mailsWaiting,
            long mailsFailed,
            long blobs,
            String blobBytes,
            String tableBytes,
            List<TableRow> tables) {}

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance state(State state);
    }

    @GET
    public TemplateInstance state() {
        var queue = runs.queue();
        var mails = outbox.counts();
        var kept = blobs.total();
        var tables = storage.tables();
        return Templates.state(
                new State(
                        queue,
                        words(queue.oldestWait()),
                        runs.workers().stream().map(this::row).toList(),
                        jobs.jobs().stream().map(this::row).toList(),
                        mails.getOrDefault(OutboxMail.State.WAITING, 0L),
                        mails.getOrDefault(OutboxMail.State.FAILED, 0L),
                        kept.number(),
                        size(kept.bytes()),
                        size(tables.stream().mapToLong(Storage.Table::bytes).sum()),
                        tables.stream()
                                .limit(LARGEST)
                                .map(each ->
                                        new TableRow(
                                                each.name(),
                                                number(each.rows()),
                                                size(each.bytes())))
                                .toList()));
    }

    private WorkerRow row(RunOverview.Worker worker) {
        var now = clock.instant();
        return new WorkerRow(
                worker.name() == null ? "" : worker.name(),
                worker.key().substring(0, 12),
                worker.startedAt() == null ? "" : words(Duration.between(worker.startedAt(), now)),
                worker.leaseUntil() == null
                        ? ""
                        : worker.leaseUntil().isBefore(now)
                                ? "has run out: another worker begins the run anew"
                                : "good for " + words(Duration.between(now, worker.leaseUntil())),
                worker.tries());
    }

    private JobRow row(JobOverview.Line job) {
        var next =
                job.replica() != null
                        ? "being done by " + job.replica()
                        : job.late().compareTo(Duration.ofMinutes(1)) > 0
                                ? "late by " + words(job.late())
                                : "in " + words(Duration.between(clock.instant(), job.due()));
        var trouble =
                job.failures() == 0
                        ? ""
                        : "failed %d times in a row, last %s ago"
                                .formatted(
                                        job.failures(),
                                        job.lastFailure() == null
                                                ? "some time"
                                                : words(
                                                        Duration.between(
                                                                job.lastFailure(),
                                                                clock.instant())));
        return new JobRow(job.name(), next, job.lastSuccess(), trouble);
    }

    /** Roughly: "3 s", "12 min", "5 h", "9 days". */
    static String words(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 120
                ? seconds + " s"
                : seconds < 7_200
                        ? seconds / 60 + " min"
                        : seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
    }

    static String size(long bytes) {
        return bytes < 1_000_000
                ? number(bytes / 1_000) + " kB"
                : bytes < 10_000_000_000L
                        ? number(bytes / 1_000_000) + " MB"
                        : number(bytes / 1_000_000_000) + " GB";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
