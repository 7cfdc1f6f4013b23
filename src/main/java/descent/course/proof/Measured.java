package descent.course.proof;

import descent.course.material.Preset;
import descent.course.material.Preset.Figure;
import descent.engine.spec.Cost;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.engine.training.RunRecord;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** The figures of runs: each run is trained once, however many claims and texts name it. */
final class Measured {
    private final Map<Map<String, Object>, RunRecord> runs = new ConcurrentHashMap<>();

    /**
     * @return nothing where the preset has no such run, its settings are refused, or the run has no
     *     such figure
     */
    OptionalDouble figure(Preset preset, Figure figure) {
        for (var run : preset.runs()) {
            if (run.name().equals(figure.run())) {
                try {
                    return figure(run.spec(), figure.name());
                } catch (SpecException _) {
                    return OptionalDouble.empty();
                }
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble figure(Map<String, Object> settings, String name) {
        if (name.startsWith("cost.")) {
            return OptionalDouble.of(cost(ExperimentSpec.read(settings).cost(), name));
        }
        return runs.computeIfAbsent(settings, s -> RunRecord.of(ExperimentSpec.read(s)))
                .figure(name);
    }

    private static double cost(Cost cost, String name) {
        return switch (name) {
            case "cost.trainingMultiplyAdds" -> cost.trainingMultiplyAdds();
            case "cost.recordingMultiplyAdds" -> cost.recordingMultiplyAdds();
            case "cost.updateOperations" -> cost.updateOperations();
            case "cost.weightBytes" -> cost.weightBytes();
            case "cost.gradientBytes" -> cost.gradientBytes();
            case "cost.stateBytes" -> cost.stateBytes();
            case "cost.activationBytes" -> cost.activationBytes();
            case "cost.dataBytes" -> cost.dataBytes();
            default -> Double.NaN;
        };
    }
}
