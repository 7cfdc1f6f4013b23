package descent.engine.training;

import descent.engine.spec.ExperimentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** A run with all it recorded, and its figures by name. */
public record RunRecord(
        RunHeader header, List<Point> points, List<Snapshot> snapshots, RunResult result) {
    public RunRecord {
        points = List.copyOf(points);
        snapshots = List.copyOf(snapshots);
    }

    /** Runs an experiment and keeps everything. */
    public static RunRecord of(ExperimentSpec spec) {
        return of(Trainer.of(spec), () -> false);
    }

    static RunRecord of(Trainer trainer, BooleanSupplier cancelled) {
        var points = new ArrayList<Point>();
        var snapshots = new ArrayList<Snapshot>();
        var result =
                trainer.run(
                        new TrainingListener() {
                            @Override
                            public void recorded(Point point) {
                                points.add(point);
                            }

                            @Override
                            public void recorded(Snapshot snapshot) {
                                snapshots.add(snapshot);
                            }
                        },
                        cancelled);
        return new RunRecord(trainer.header(), points, snapshots, result);
    }

    /**
     * A figure of the run.
     *
     * @param name {@code steps}, {@code epochs}, {@code parameters}, {@code multiplyAdds}, {@code
     *     test.loss}, {@code test.accuracy}; or, with a figure of the header, {@code
     *     final.train.loss} (at the final weights), {@code best.validation.loss} (the least, of
     *     accuracies the greatest), {@code step.100.train.loss} (at the point of step 100)
     * @return nothing where there is no such figure, point or value
     */
    public OptionalDouble figure(String name) {
        if (name.startsWith("final.")) return at(result.finalStep(), name.substring(6));
        if (name.startsWith("best.")) return best(name.substring(5));
        if (name.matches("step\\.\\d{1,18}\\..+")) {
            var parts = name.split("\\.", 3);
            return at(Long.parseLong(parts[1]), parts[2]);
        }
        return switch (name) {
            case "steps" -> OptionalDouble.of(result.steps());
            case "epochs" -> OptionalDouble.of((double) result.steps() / header.stepsPerEpoch());
            case "multiplyAdds" -> OptionalDouble.of(result.multiplyAdds());
            case "parameters" -> OptionalDouble.of(header.parameters());
            case "test.loss" -> number(result.test().map(t -> t.loss()).orElse(Double.NaN));
            case "test.accuracy" -> number(result.test().map(t -> t.accuracy()).orElse(Double.NaN));
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble at(long step, String figure) {
        int column = header.figures().indexOf(figure);
        if (column < 0) return OptionalDouble.empty();
        for (var point : points) if (point.step() == step) return number(point.values()[column]);
        return OptionalDouble.empty();
    }

    private OptionalDouble best(String figure) {
        int column = header.figures().indexOf(figure);
        if (column < 0) return OptionalDouble.empty();
        var values =
                points.stream().mapToDouble(p -> p.values()[column]).filter(v -> !Double.isNaN(v));
        return figure.endsWith(".accuracy") ? values.max() : values.min();
    }

    private static OptionalDouble number(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
