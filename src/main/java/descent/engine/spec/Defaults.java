package descent.engine.spec;

import descent.engine.data.DataSpec;
import descent.engine.loss.Loss;
import descent.engine.tensor.Activation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defaults that hang on other fields: the loss on the data, the output's activation on the loss.
 */
final class Defaults {
    private Defaults() {}

    /** The tree with what it does not say; what is malformed is left for the reader to refuse. */
    static @Nullable Object added(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> given)) return tree;
        var spec = copy(given);
        if (!spec.containsKey("loss")) {
            var data = SpecReader.read(DataSpec.class, spec.getOrDefault("data", Map.of()), "data");
            boolean classes = data.source().task().isClassification();
            spec.put("loss", classes ? "softmaxCrossEntropy" : "meanSquaredError");
        }
        var fused = SpecReader.read(Loss.class, spec.get("loss"), "loss").fused();
        if (fused != Activation.IDENTITY
                && spec.getOrDefault("network", Map.of()) instanceof Map<?, ?> givenNetwork
                && (givenNetwork.containsKey("output") ? givenNetwork.get("output") : Map.of())
                        instanceof Map<?, ?> givenOutput) {
            var network = copy(givenNetwork);
            var output = copy(givenOutput);
            output.putIfAbsent("activation", fused.text());
            network.put("output", output);
            spec.put("network", network);
        }
        return spec;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
