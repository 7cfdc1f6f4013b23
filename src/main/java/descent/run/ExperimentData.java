package descent.run;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * A person's experiments, as a part of what is known of them. The curves are not in it: the same
 * spec makes the same curve again, to the last bit.
 */
@ApplicationScoped
class ExperimentData implements PersonalData {
    private final Experiments experiments;

    ExperimentData(Experiments experiments) {
        this.experiments = experiments;
    }

    @Override
    public String name() {
        return "experiments";
    }

    @Override
    public String kept() {
        return "The experiments that you asked for, with their settings, when, and what came of them, until you delete the account. What was trained stays as a curve that belongs to nobody.";
    }

    @Override
    public List<Experiments.View> export(UUID personId) {
        return experiments.historyOf(personId, 0, Integer.MAX_VALUE);
    }
}
