package descent.run.work;

import descent.engine.spec.ExperimentSpec;
import descent.engine.training.RunResult;
import descent.engine.training.Trainer;
import descent.engine.training.TrainingListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/** The training engine as a part that a test can replace, to see what its faults do. */
@ApplicationScoped
class Engine {
    RunResult train(ExperimentSpec spec, TrainingListener listener, BooleanSupplier cancelled) {
        return Trainer.of(spec).run(listener, cancelled);
    }
}
