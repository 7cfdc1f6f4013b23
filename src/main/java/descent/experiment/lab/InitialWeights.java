package descent.experiment.lab;

import descent.engine.diagnostics.LayerWeights;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Recording;
import descent.engine.spec.Snapshots;
import descent.engine.training.Point;
import descent.engine.training.Snapshot;
import descent.engine.training.Trainer;
import descent.engine.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The weights with which a run begins, made anew from its spec: they need not be recorded. */
final class InitialWeights {
    private InitialWeights() {}

    static List<LayerWeights> of(ExperimentSpec spec) {
        var weights = new ArrayList<LayerWeights>();
        Trainer.of(recordingWeights(spec))
                .run(
                        new TrainingListener() {
                            @Override
                            public void recorded(Point point) {}

                            @Override
                            public void recorded(Snapshot snapshot) {
                                weights.addAll(snapshot.weights());
                            }
                        },
                        () -> true);
        return weights;
    }

    private static ExperimentSpec recordingWeights(ExperimentSpec spec) {
        var weights = new Snapshots(1, 0, 0, true, false);
        return new ExperimentSpec(
                spec.version(),
                spec.seed(),
                spec.data(),
                spec.network(),
                spec.loss(),
                spec.optimizer(),
                spec.schedule(),
                spec.batch(),
                spec.regularization(),
                spec.clipping(),
                spec.stop(),
                new Recording(spec.record().every(), List.of(), Optional.of(weights)));
    }
}
