package descent.experiment.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an experiment was about, on a line. */
final class SpecInWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SpecInWords() {}

    /**
     * @param spec canonical
     * @return such as "spirals, 16 relu + 16 relu, adam 0.01"
     */
    static String of(String spec) {
        try {
            var tree = JSON.readTree(spec);
            var layers =
                    StreamSupport.stream(tree.at("/network/layers").spliterator(), false)
                            .map(SpecInWords::layer)
                            .collect(Collectors.joining(" + "));
            return "%s, %s, %s %s"
                    .formatted(
                            tree.at("/data/kind").asText(),
                            layers.isEmpty() ? "no hidden layer" : layers,
                            tree.at("/optimizer/kind").asText(),
                            tree.at("/optimizer/learningRate").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept spec is not JSON", e);
        }
    }

    private static String layer(JsonNode layer) {
        return layer.has("units")
                ? layer.get("units").asText() + " " + layer.get("activation").asText()
                : layer.get("kind").asText();
    }
}
