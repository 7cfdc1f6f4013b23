package descent.engine.training;

import descent.engine.data.PreparedData;
import descent.engine.diagnostics.Confusion;
import descent.engine.diagnostics.Evaluator;
import descent.engine.diagnostics.Histogram;
import descent.engine.diagnostics.LayerWeights;
import descent.engine.diagnostics.SurfaceProbe;
import descent.engine.loss.Targets;
import descent.engine.nn.Network;
import descent.engine.nn.Parameter;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Snapshots;
import descent.engine.tensor.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the snapshots of a run. */
final class SnapshotRecorder {
    /** How many training examples the histograms of outputs look at. */
    private static final int OUTPUT_ROWS = 256;

    private final Snapshots wanted;
    private final PreparedData data;
    private final Targets trainingTargets;
    private final Targets validationTargets;
    private final Network network;
    private final Evaluator evaluator;
    private final int capacity;
    private final @Nullable SurfaceProbe surface;

    SnapshotRecorder(
            ExperimentSpec spec,
            Snapshots wanted,
            PreparedData data,
            Targets trainingTargets,
            Targets validationTargets,
            Network network,
            Evaluator evaluator,
            int capacity) {
        this.wanted = wanted;
        this.data = data;
        this.trainingTargets = trainingTargets;
        this.validationTargets = validationTargets;
        this.network = network;
        this.evaluator = evaluator;
        this.capacity = capacity;
        surface =
                wanted.surface() == 0
                        ? null
                        : new SurfaceProbe(
                                data.examples(),
                                data.features(),
                                spec.data().networkInputs(),
                                wanted.surface(),
                                spec.encoding(),
                                spec.loss().fused());
    }

    Snapshot take(long step) {
        return new Snapshot(
                step,
                Optional.ofNullable(surface).map(probe -> probe.ask(network, capacity)),
                wanted.confusion() ? confusion() : List.of(),
                wanted.weights() ? LayerWeights.of(network.parameters()) : List.of(),
                wanted.histogram() > 0 ? histograms(step) : List.of());
    }

    private List<Confusion> confusion() {
        var all = new ArrayList<Confusion>();
        all.add(evaluator.confusion("train", data.training().inputs(), trainingTargets));
        if (data.validation().size() > 0)
            all.add(
                    evaluator.confusion(
                            "validation", data.validation().inputs(), validationTargets));
        return all;
    }

    private List<Histogram> histograms(long step) {
        var all = new ArrayList<Histogram>();
        int bins = wanted.histogram();
        for (var p : network.parameters().all()) {
            if (p.role() != Parameter.Role.WEIGHTS) continue;
            all.add(Histogram.of(p.layer(), "weights", List.of(p.value()), bins));
            if (step > 0)
                all.add(Histogram.of(p.layer(), "gradients", List.of(p.gradient()), bins));
        }
        int rows = Math.min(Math.min(OUTPUT_ROWS, capacity), data.training().size());
        network.evaluate(data.training().inputs().rows(0, rows), rows);
        // Of a layer and the activation that bears its name, the latter's.
        Map<String, Matrix> outputs = new LinkedHashMap<>();
        for (var layer : network.layers()) outputs.put(layer.name(), layer.output());
        outputs.forEach((layer, m) ->
                all.add(Histogram.of(layer, "outputs", List.of(m.rows(0, rows)), bins)));
        return all;
    }
}
