package descent.shared.audit;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * Removes lines of the log that are older than the 400 days the privacy page promises. The database
 * decides which: the program's own role may delete none.
 */
@ApplicationScoped
class ForgetOldAudit implements RecurringJob {
    private final EntityManager database;

    ForgetOldAudit(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "forget-old-audit";
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    @Transactional
    public void run() {
        database.createNativeQuery("select forget_old_audit()").getSingleResult();
    }
}
