package descent.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.engine.data.Classification;
import descent.engine.loss.BinaryCrossEntropy;
import descent.engine.loss.MeanSquaredError;
import descent.engine.loss.SoftmaxCrossEntropy;
import descent.engine.nn.LayerSpec;
import descent.engine.optimizer.Adam;
import descent.engine.tensor.Activation;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ExperimentSpecTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static ExperimentSpec yaml(String text) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return ExperimentSpec.read(tree);
    }

    private static ExperimentSpec json(String text) {
        try {
            return ExperimentSpec.read(JSON.readValue(text, Object.class));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String refusal(String json) {
        return assertThrows(SpecException.class, () -> json(json)).getMessage();
    }

    @Test
    void anEmptySpecIsARun() {
        var spec = json("{}");
        assertInstanceOf(Classification.Spirals.class, spec.data().source());
        assertInstanceOf(SoftmaxCrossEntropy.class, spec.loss());
        assertEquals(Activation.SOFTMAX, spec.network().output().activation());
        assertEquals(1000, spec.steps());
    }

    @Test
    void yamlAndJsonAreReadAlike() {
        var spec =
                yaml(
                        """
                        seed: 7
                        data: {kind: moons, size: 240, noise: 0.3, split: {validation: 0.25}}
                        network:
                          layers:
                            - {kind: dense, units: 8, activation: tanh}
                            - kind: dropout
                            - {kind: dense, units: 4}
                        loss: binaryCrossEntropy
                        optimizer: {kind: adam, learningRate: 0.01}
                        batch: {size: 16}
                        stop: {epochs: 30}
                        """);
        assertEquals(new Adam(0.01, 0.9, 0.999, 1e-8), spec.optimizer());
        assertEquals(Seeds.all(7), spec.seed());
        assertEquals(new LayerSpec.Dropout(0.5), spec.network().layers().get(1));
        assertInstanceOf(BinaryCrossEntropy.class, spec.loss());
        assertEquals(Activation.SIGMOID, spec.network().output().activation());
        assertEquals(180, spec.data().trainingRows());
        assertEquals(30 * 12, spec.steps());
        assertEquals(spec, json(spec.canonical()));
    }

    @Test
    void canonicalTextWritesEveryDefaultAndReadsBackTheSame() {
        var text = json("{}").canonical();
        assertTrue(
                text.startsWith(
                        "{\"version\":1,\"seed\":1,\"data\":{\"kind\":\"spirals\",\"size\":500,"),
                text);
        assertTrue(text.contains("\"optimizer\":{\"kind\":\"sgd\",\"learningRate\":0.1}"), text);
        assertEquals(text, json(text).canonical());
    }

    @Test
    void hashIsOfWhatIsMeantNotOfHowItIsWritten() {
        assertEquals(json("{}").hash(), json("{\"optimizer\":\"sgd\", \"seed\": 1.0}").hash());
        assertNotEquals(json("{}").hash(), json("{\"seed\":2}").hash());
        assertEquals(64, json("{}").hash().length());
    }

    @Test
    void numbersToPredictHaveMeanSquaredError() {
        var spec = json("{\"data\":{\"kind\":\"sine\"}}");
        assertInstanceOf(MeanSquaredError.class, spec.loss());
        assertEquals(Activation.IDENTITY, spec.network().output().activation());
        assertEquals(1, spec.encoding().outputs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"optimizer":{"kind":"sgd","learningRate":0}}|optimizer.learningRate must be between 1e-7 and 100, was 0
                    {"optimizer":{"kind":"sgd","learningRate":-1}}|optimizer.learningRate must be between 1e-7 and 100, was -1
                    {"optimizer":{"kind":"sgd","learningRate":"0.1"}}|optimizer.learningRate must be a number, was "0.1"
                    {"optimizer":{"kind":"sgd","learningRate":1e999}}|optimizer.learningRate must be between 1e-7 and 100, was a number of many digits
                    {"optimizer":{"kind":"sgd","learningRate":1e-320}}|optimizer.learningRate must be between 1e-7 and 100, was 1E-320
                    {"optimizer":{"kind":"sgd","learningRate":null}}|optimizer.learningRate must be a number, was nothing
                    {"optimizer":{"kind":"sgd","momentum":0.9}}|optimizer has no field "momentum"; its fields are learningRate
                    {"optimizer":{"kind":"java.lang.Runtime"}}|optimizer.kind must be one of adadelta, adagrad, adam, adamW, amsGrad, custom, lion, momentum, nadam, nesterov, rmsProp, sgd, was "java.lang.Runtime"
                    {"optimizer":{"learningRate":1}}|optimizer.kind must be one of adadelta, adagrad, adam, adamW, amsGrad, custom, lion, momentum, nadam, nesterov, rmsProp, sgd, was nothing
                    {"network":{"layers":[{"kind":"dense","units":1.9}]}}|network.layers[0].units must be a whole number, was 1.9
                    {"network":{"layers":[{"kind":"dense","units":0}]}}|network.layers[0].units must be between 1 and 4096, was 0
                    {"network":{"layers":[{"kind":"dense","units":2147483647}]}}|network.layers[0].units must be between 1 and 4096, was 2147483647
                    {"network":{"layers":[{"kind":"dense"}]}}|network.layers[0].units is missing
                    {"network":{"layers":{}}}|network.layers must be a list, was a group of fields
                    {"network":{"layers":[{"kind":"dense","units":8,"activation":"softmax"}]}}|network.layers[0].activation must be an activation by element within a network, was softmax
                    {"network":{"layers":[{"kind":"residual","layers":[{"kind":"dense","units":8}]}]}}|layers must be of 2 units at their end, as at their start, for y = x + F(x), was 8
                    {"batch":{"size":0}}|batch.size must be between 1 and 20000, was 0
                    {"batch":[1]}|batch must be a group of fields, was a list
                    {"batch":{"shuffle":"yes"}}|batch.shuffle must be true or false, was "yes"
                    {"data":{"kind":"../etc"}}|data.kind must be one of blobs, bumps, checkerboard, circles, glyphs, linear, moons, plane, polynomial, randomLabels, sine, spirals, table, xor, was "../etc"
                    {"data":{"features":["x1","x9"]}}|data.features must be like x1, x1^2 (to ^12), x1*x2, sin(x1) or cos(x1), with inputs x1 to x2, was "x9"
                    {"data":{"split":{"validation":0.8,"test":0.8}}}|data.split.test must be at most 0.9 together with validation, was 0.8
                    {"data":{"kind":"sine"},"loss":"hinge"}|loss must be one for numbers to predict, was one for classes
                    {"data":{"kind":"glyphs"},"loss":"hinge"}|loss must be for more than two classes, such as softmaxCrossEntropy, was for two, and there are 10
                    {"loss":"softmaxCrossEntropy","network":{"output":{"activation":"tanh"}}}|network.output.activation must be softmax with this loss, was tanh
                    {"seed":-1}|seed must be between 0 and 9007199254740991, was -1
                    {"version":2}|version must be 1, was 2
                    {"stop":{"target":{"value":0.1,"figure":"validation.loss"}},"data":{"split":{"validation":0}}}|stop.target.figure must be of training: no data is kept for validation, was validation.loss
                    {"stop":{"steps":10000000},"record":{"every":1}}|recorded points (steps / record.every) must be at most 10000, was 10000001
                    {"network":{"layers":[{"kind":"dense","units":4096},{"kind":"dense","units":4096}]}}|network parameters must be at most 4000000, was 16801794
                    {"colour":"red"}|the spec has no field "colour"; its fields are version, seed, data, network, loss, optimizer, schedule, batch, regularization, clipping, stop, record
                    7|the spec must be a group of fields, was 7
                    null|the spec must be a group of fields, was nothing
                    """)
    void refusedWithFieldValueAndRange(String json, String message) {
        assertEquals(message, refusal(json));
    }

    @Test
    void noNumberIsTooStrange() {
        for (Object strange :
                new Object[] {
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Float.NaN,
                    new BigDecimal("1e-999999999"),
                    new BigDecimal("1e999999999"),
                    new BigDecimal("7".repeat(5000)),
                    List.of(),
                    Map.of(),
                    "NaN",
                    new Object(),
                    true
                }) {
            Map<String, Object> optimizer = new LinkedHashMap<>();
            optimizer.put("kind", "sgd");
            optimizer.put("learningRate", strange);
            var tree = Map.of("optimizer", optimizer);
            var e = assertThrows(SpecException.class, () -> ExperimentSpec.read(tree));
            assertEquals("optimizer.learningRate", e.path());
            assertTrue(e.getMessage().length() < 200, e.getMessage());
        }
    }

    @Test
    void minusZeroIsZero() {
        var spec = json("{\"regularization\":{\"l2\":-0.0}}");
        assertEquals(json("{}"), spec);
        assertEquals(json("{}").hash(), spec.hash());
    }

    @Test
    void costIsKnownBeforeTheRun() {
        var cost =
                json("""
                {"data":{"size":100,"split":{"validation":0}},
                 "network":{"layers":[{"kind":"dense","units":8},{"kind":"dense","units":8}]},
                 "optimizer":"adam","batch":{"size":30},
                 "stop":{"steps":10},"record":{"every":5}}
                """)
                        .cost();
        assertEquals(2 * 8 + 8 + 8 * 8 + 8 + 8 * 2 + 2, cost.parameters());
        // 2 epochs of batches of 30, 30, 30 and 10, and two batches of a third.
        long forward = 2 * 8 + 8 * 8 + 8 * 2;
        long backward = 2 * forward - 2 * 8;
        assertEquals((200 + 60) * (forward + backward), cost.trainingMultiplyAdds());
        assertEquals(3, cost.points());
        assertEquals(3 * 100 * forward, cost.recordingMultiplyAdds());
        assertEquals(2 * 4 * cost.parameters(), cost.stateBytes());
    }

    @Test
    void tenThousandLayersAreRefusedAtOnce() {
        var layers = new ArrayList<>(Collections.nCopies(10_000, "dense"));
        var tree = Map.of("network", Map.of("layers", layers));
        var e = assertThrows(SpecException.class, () -> ExperimentSpec.read(tree));
        assertEquals("network.layers must have at most 64 items, has 10000", e.getMessage());
    }

    @Test
    void everyMemberOfEveryFamilyIsReadByItsNameAlone() {
        for (var loss : Arrays.asList("meanSquaredError", "meanAbsoluteError", "huber"))
            assertEquals(loss, Kinds.name(yaml("loss: " + loss).loss().getClass()));
        for (var optimizer : Kinds.of(descent.engine.optimizer.Optimizer.class).keySet())
            assertEquals(
                    optimizer, Kinds.name(yaml("optimizer: " + optimizer).optimizer().getClass()));
        for (var schedule : Kinds.of(descent.engine.optimizer.Schedule.class).keySet())
            assertEquals(
                    schedule,
                    Kinds.name(
                            yaml("schedule: {kind: " + schedule + "}")
                                    .schedule()
                                    .schedule()
                                    .getClass()));
        for (var data : Kinds.of(descent.engine.data.DataSource.class).keySet())
            if (!data.equals("table"))
                assertEquals(
                        data,
                        Kinds.name(yaml("data: {kind: " + data + "}").data().source().getClass()));
    }

    @Test
    void overridesReplaceFieldsListsAndKinds() {
        var base =
                Map.of(
                        "optimizer", Map.of("kind", "sgd", "learningRate", 0.5),
                        "batch", Map.of("size", 8, "shuffle", false),
                        "network", Map.of("layers", List.of("dropout")));
        assertEquals(
                Map.of(
                        "optimizer", Map.of("kind", "adam"),
                        "batch", Map.of("size", 4, "shuffle", false),
                        "network", Map.of("layers", List.of())),
                SpecTrees.merged(
                        base,
                        Map.of(
                                "optimizer", Map.of("kind", "adam"),
                                "batch", Map.of("size", 4),
                                "network", Map.of("layers", List.of()))));
        assertEquals(
                Map.of("kind", "sgd", "learningRate", 1),
                SpecTrees.merged(base, Map.of("optimizer", Map.of("learningRate", 1)))
                        .get("optimizer"));
    }
}
