package descent.engine.training;

import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Speed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Makes a fresh Java machine ready to train, and measures how fast it is. Until the JIT compiler
 * has met them, vector kernels are a hundred times slower than they can be: so every kernel is run,
 * in many shapes, before a learner's run meets it.
 */
public final class Warmup {
    private static final long SLICE = Duration.ofMillis(15).toNanos();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SLICES = 3;
    private static final int EXAMPLES = 40;
    private static final List<Integer> WIDE = List.of(64, 64);

    private Warmup() {}

    /**
     * Trains small networks of all kinds by turns, on the calling thread.
     *
     * @param time of a processor: five seconds are enough, however long they take on a busy machine
     * @param cancelled asked all the time; at its word it ends at once
     * @return how fast the machine trains; nothing where it was cancelled
     */
    public static Optional<Speed> run(Duration time, BooleanSupplier cancelled) {
        long end = processorTime() + time.toNanos();
        var specs = specs();
        while (processorTime() < end && !cancelled.getAsBoolean())
            for (var spec : specs) nanosecondsPerStep(spec, cancelled);
        var speed = measured(cancelled);
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(speed);
    }

    private static long processorTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** One part after the other, each by a network in which it is what costs. */
    private static Speed measured(BooleanSupplier cancelled) {
        var tiny = spec("tanh", List.of(4), "sgd", 1);
        double layerStep = fastest(tiny, cancelled) / tiny.shape().layers();
        var speed = new Speed(layerStep, 0, 0, 0);
        var wide = spec("relu", List.of(96, 96), "sgd", 32);
        speed = new Speed(layerStep, rest(wide, speed, cancelled, Speed.Work::multiplyAdds), 0, 0);
        var curved = spec("tanh", WIDE, "sgd", 32);
        double number = rest(curved, speed, cancelled, Speed.Work::numbers);
        speed = new Speed(layerStep, speed.multiplyAdd(), number, 0);
        var adaptive = spec("relu", WIDE, "adam", 1);
        return new Speed(
                layerStep,
                speed.multiplyAdd(),
                number,
                rest(adaptive, speed, cancelled, Speed.Work::updateOperations));
    }

    /** What a step takes beyond what is known so far, by each of what it mostly consists of. */
    private static double rest(
            ExperimentSpec spec,
            Speed known,
            BooleanSupplier cancelled,
            ToDoubleFunction<Speed.Work> part) {
        double left = fastest(spec, cancelled) - known.steps(spec, 1);
        return left / part.applyAsDouble(Speed.Work.of(spec, 1));
    }

    /** The fastest of some slices of time: in the others something else was in the caches. */
    private static double fastest(ExperimentSpec spec, BooleanSupplier cancelled) {
        double fastest = nanosecondsPerStep(spec, cancelled);
        for (int i = 1; i < SLICES; i++)
            fastest = Math.min(fastest, nanosecondsPerStep(spec, cancelled));
        return fastest;
    }

    /** Trains for a slice of time. */
    private static double nanosecondsPerStep(ExperimentSpec spec, BooleanSupplier cancelled) {
        var slice = new Slice(cancelled);
        Trainer.of(spec).run(_ -> {}, slice);
        return slice.perStep();
    }

    /** Asked before every step: counts them, looks at the clock now and then. */
    private static final class Slice implements BooleanSupplier {
        private final BooleanSupplier cancelled;
        private long began;
        private long now;
        private long steps = -1;

        Slice(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean getAsBoolean() {
            now = processorTime();
            if (++steps == 0) began = now;
            return now - began > SLICE || cancelled.getAsBoolean();
        }

        /** Where not one step was done, as if it had taken the whole slice. */
        double perStep() {
            return steps <= 0 ? SLICE : (double) (now - began) / steps;
        }
    }

    private static List<ExperimentSpec> specs() {
        var specs = new ArrayList<ExperimentSpec>();
        specs.add(spec("tanh", List.of(8, 8), "sgd", 10));
        specs.add(spec("relu", WIDE, "adam", 32));
        specs.add(spec("sigmoid", List.of(32, 32), "momentum", 32));
        specs.add(spec("leakyRelu", List.of(5, 20), "nesterov", 1));
        specs.add(spec("elu", List.of(40, 24), "rmsProp", 33));
        specs.add(spec("gelu", List.of(16, 48), "adamW", 12));
        specs.add(spec("silu", List.of(8, 70), "adagrad", EXAMPLES));
        specs.add(spec("softplus", List.of(12, 12), "adadelta", 20));
        specs.add(glyphs());
        specs.add(allKindsOfLayers());
        return specs;
    }

    private static ExperimentSpec spec(
            String activation, List<Integer> hidden, String optimizer, int batch) {
        var layers =
                hidden.stream()
                        .map(units ->
                                Map.of("kind", "dense", "units", units, "activation", activation))
                        .toList();
        return spec(
                Map.of("size", EXAMPLES, "split", Map.of("validation", 0)),
                layers,
                optimizer,
                batch);
    }

    private static ExperimentSpec glyphs() {
        var layers =
                List.of(Map.of("kind", "dense", "units", 24), Map.of("kind", "dense", "units", 16));
        return spec(Map.of("kind", "glyphs", "size", EXAMPLES), layers, "adam", 20);
    }

    private static ExperimentSpec allKindsOfLayers() {
        var dense = Map.<String, Object>of("kind", "dense", "units", 24);
        var block = Map.<String, Object>of("kind", "residual", "layers", List.of(dense));
        List<Object> layers =
                List.of(
                        dense,
                        Map.of("kind", "batchNorm"),
                        Map.of("kind", "activation", "function", "tanh"),
                        block,
                        Map.of("kind", "layerNorm"),
                        Map.of("kind", "dropout"));
        return spec(
                Map.of("size", EXAMPLES, "split", Map.of("validation", 0)), layers, "nadam", 32);
    }

    private static ExperimentSpec spec(
            Map<String, ?> data, List<?> layers, String optimizer, int batch) {
        return ExperimentSpec.read(
                Map.of(
                        "data",
                        data,
                        "network",
                        Map.of("layers", layers),
                        "optimizer",
                        Map.of("kind", optimizer, "learningRate", 1e-5),
                        "batch",
                        Map.of("size", batch),
                        "stop",
                        Map.of("steps", 10_000_000),
                        "record",
                        Map.of("every", 10_000_000)));
    }
}
