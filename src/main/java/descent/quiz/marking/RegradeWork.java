package descent.quiz.marking;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes the plans and changes that authors ask for, one after the other. */
@ApplicationScoped
class RegradeWork implements RecurringJob {
    private final Regrade regrade;

    RegradeWork(Regrade regrade) {
        this.regrade = regrade;
    }

    @Override
    public String name() {
        return "regrade";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        while (regrade.workOnNext()) {}
    }
}
