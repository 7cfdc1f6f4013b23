package descent.engine.training;

import descent.engine.diagnostics.Confusion;
import descent.engine.diagnostics.Histogram;
import descent.engine.diagnostics.LayerWeights;
import descent.engine.diagnostics.Surface;
import java.util.List;
import java.util.Optional;

/**
 * What a run recorded after so many steps that is larger than a number: only what was asked for,
 * the rest is empty.
 *
 * @param confusion of the training and, where there is one, the validation set
 * @param histograms of each layer's weights, gradients (from the first step on) and outputs (for up
 *     to 256 training examples)
 */
public record Snapshot(
        long step,
        Optional<Surface> surface,
        List<Confusion> confusion,
        List<LayerWeights> weights,
        List<Histogram> histograms) {}
