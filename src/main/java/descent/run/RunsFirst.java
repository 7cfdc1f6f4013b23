package descent.run;

import descent.shared.job.Precedence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Waiting runs go before work in the background. */
@ApplicationScoped
class RunsFirst implements Precedence {
    @Override
    @Transactional
    public boolean isWanted() {
        return Run.count("state", RunState.WAITING) > 0;
    }
}
