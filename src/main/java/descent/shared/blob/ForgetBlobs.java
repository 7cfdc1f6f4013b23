package descent.shared.blob;

import descent.shared.job.RecurringJob;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** Removes blobs that nobody refers to any more. A foreign key stands behind each reference. */
@ApplicationScoped
class ForgetBlobs implements RecurringJob {
    /** Who is reading one just now reads on. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final EntityManager database;
    private final List<BlobHolder> holders;
    private final Clock clock;

    ForgetBlobs(EntityManager database, @All List<BlobHolder> holders, Clock clock) {
        this.database = database;
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-blobs";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var held = new HashSet<String>();
                    holders.forEach(holder -> held.addAll(holder.held()));
                    database.createNativeQuery(
                                    "delete from blob where created_at < :before and hash <> all(:held)")
                            .setParameter("before", clock.instant().minus(KEPT))
                            .setParameter("held", held.toArray(String[]::new))
                            .executeUpdate();
                });
    }
}
