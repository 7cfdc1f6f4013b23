package descent.run.budget;

import descent.engine.nn.LayerSpec;
import descent.engine.nn.NetworkSpec;
import descent.engine.spec.Batching;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Recording;
import descent.engine.spec.Stop;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Looks for what would fit where a spec does not: fewer steps, narrower layers, smaller batches or
 * fewer records, whatever made it too large.
 *
 * @param fits whether a spec is no longer too large in this respect
 */
record WhatFits(ExperimentSpec spec, Predicate<ExperimentSpec> fits) {
    /** A sentence; empty where nothing simple would help. */
    String steps() {
        return sentence("It would fit with %,d steps.", largest(spec.steps(), this::withSteps));
    }

    /** Where batches alone do not do it, narrower layers. */
    String batch() {
        int most = spec.batch().sizeFor(spec.data().trainingRows());
        var size = largest(most, this::withBatch);
        return size.isPresent() ? sentence("It would fit with batches of %,d.", size) : width();
    }

    String width() {
        return sentence(
                "It would fit with %d %% of the units in every layer.",
                largest(99, this::withWidth));
    }

    /** The fewest steps between two points, found as the most points that fit. */
    String records() {
        var points = largest(spec.steps(), n -> withInterval((spec.steps() + n - 1) / n));
        return points.isPresent()
                ? "It would fit with a point every %,d steps."
                        .formatted((spec.steps() + points.getAsLong() - 1) / points.getAsLong())
                : "It would fit without snapshots.";
    }

    private static String sentence(String format, OptionalLong number) {
        return number.isPresent() ? format.formatted(number.getAsLong()) : "";
    }

    /** The largest number from 1 on that fits, by halving: what is smaller costs less. */
    private OptionalLong largest(long most, LongFunction<ExperimentSpec> changed) {
        long fitting = 0;
        long tooMuch = most + 1;
        while (tooMuch - fitting > 1) {
            long middle = fitting + (tooMuch - fitting) / 2;
            if (isPossible(changed, middle)) {
                fitting = middle;
            } else {
                tooMuch = middle;
            }
        }
        return fitting == 0 ? OptionalLong.empty() : OptionalLong.of(fitting);
    }

    private boolean isPossible(LongFunction<ExperimentSpec> changed, long number) {
        try {
            return fits.test(changed.apply(number));
        } catch (IllegalArgumentException ends) {
            // Widths that do not go together in a residual block, for example.
            return false;
        }
    }

    private ExperimentSpec withSteps(long steps) {
        var old = spec.stop();
        return with(
                spec.network(),
                spec.batch(),
                new Stop((int) steps, 0, old.target(), old.earlyStopping(), old.lossAbove()),
                spec.record());
    }

    private ExperimentSpec withBatch(long size) {
        var old = spec.batch();
        return with(
                spec.network(),
                new Batching((int) size, old.shuffle(), old.dropLast()),
                spec.stop(),
                spec.record());
    }

    private ExperimentSpec withWidth(long percent) {
        var old = spec.network();
        return with(
                new NetworkSpec(narrowed(old.layers(), percent), old.output()),
                spec.batch(),
                spec.stop(),
                spec.record());
    }

    private ExperimentSpec withInterval(long interval) {
        var old = spec.record();
        return with(
                spec.network(),
                spec.batch(),
                spec.stop(),
                new Recording((int) interval, old.layers(), old.snapshots()));
    }

    private static List<LayerSpec> narrowed(List<LayerSpec> layers, long percent) {
        return layers.stream()
                .<LayerSpec>map(layer ->
                        switch (layer) {
                            case LayerSpec.Dense dense ->
                                    new LayerSpec.Dense(
                                            (int) Math.max(1, dense.units() * percent / 100),
                                            dense.activation(),
                                            dense.initializer(),
                                            dense.initialBias());
                            case LayerSpec.Residual block ->
                                    new LayerSpec.Residual(narrowed(block.layers(), percent));
                            case LayerSpec.Activation same -> same;
                            case LayerSpec.Dropout same -> same;
                            case LayerSpec.BatchNorm same -> same;
                            case LayerSpec.LayerNorm same -> same;
                        })
                .toList();
    }

    private ExperimentSpec with(NetworkSpec network, Batching batch, Stop stop, Recording record) {
        return new ExperimentSpec(
                spec.version(),
                spec.seed(),
                spec.data(),
                network,
                spec.loss(),
                spec.optimizer(),
                spec.schedule(),
                batch,
                spec.regularization(),
                spec.clipping(),
                stop,
                record);
    }
}
