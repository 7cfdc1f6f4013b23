package descent.experiment.backpropagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.autodiff.Node;
import descent.experiment.backpropagation.Drawing.Shown;
import descent.testing.SecondLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SecondLane
class WalkTest {
    static Stream<Map<String, String>> exercises() {
        var all = new ArrayList<Map<String, String>>();
        for (var network : List.of("2-1", "2-2-1", "2-3-1", "2-2-2", "1-1-1-1")) {
            for (var activation : List.of("sigmoid", "tanh", "relu", "softplus")) {
                all.add(Map.of("network", network, "hidden", activation, "output", activation));
            }
            all.add(Map.of("network", network, "output", "identity"));
            all.add(Map.of("network", network, "hidden", "relu", "loss", "binary-cross-entropy"));
        }
        return all.stream();
    }

    private static Walk walk(Map<String, String> typed) {
        var form = ExerciseForm.read(typed::get);
        assertEquals(List.of(), form.problems());
        return Walk.of(form.exercise().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyGradientAgreesWithTrying(Map<String, String> typed) {
        assertTrue(WalkView.of(walk(typed), 0).allAgree());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyEdgeLeadsToTheRightAndNoTwoNodesMeet(Map<String, String> typed) {
        var graph = walk(typed).graph();
        var places = GraphLayout.of(graph);
        var taken = new ArrayList<GraphLayout.Place>();
        for (int i = 0; i < places.size(); i++) {
            for (int part : GraphLayout.parts(graph, graph.nodes().get(i))) {
                assertTrue(places.get(part).column() < places.get(i).column());
            }
            if (!(graph.nodes().get(i) instanceof Node.Constant)) {
                var place = places.get(i);
                assertTrue(
                        taken.stream()
                                .filter(other -> other.column() == place.column())
                                .allMatch(other -> Math.abs(other.row() - place.row()) > 0.999));
                taken.add(place);
            }
        }
    }

    /** x1 = 2, w = 0.5, x2 = 1, w = 0.25, b = -1.25, so z = 0 and a = 0.5; y = 1. */
    @Test
    void singleNeuronByHand() {
        var walk =
                walk(
                        Map.of(
                                "network", "2-1", "x1", "2", "x2", "1", "w1_11", "0.5", "w1_12",
                                "0.25", "b1_1", "-1.25", "y1", "1", "rate", "0.8"));
        var steps = walk.steps();
        assertEquals(
                new Step("Forward: a1_1", List.of("a1_1 = sigmoid(z1_1)", "= sigmoid(0) = 0.5")),
                steps.get(walk.valueAt("a1_1")));
        assertTrue(
                steps.contains(
                        new Step(
                                "Backward: from a1_1 to z1_1",
                                List.of(
                                        "∂L/∂a1_1 · ∂a1_1/∂z1_1, with ∂a1_1/∂z1_1 = a1_1 · (1 - a1_1) = 0.25",
                                        "= -0.5 · 0.25 = -0.125",
                                        "∂L/∂z1_1 = -0.125"))));
        assertEquals(-0.25, walk.backward().gradient("w1_11"));
        assertEquals(0.5 + 0.8 * 0.25, walk.again().value("w1_11"), 1e-15);
        assertEquals(0.125, walk.lossBefore());
        assertTrue(walk.lossAfter() < 0.125);
    }

    /** What lesson 2 links to, and what is written there. */
    @Test
    void networkOfTheLessonByHand() throws IOException {
        var lesson =
                Files.readString(
                        Path.of(
                                "content/training-deep-networks/lessons/02-backpropagation/lesson.md"));
        var query =
                Pattern.compile("page:backpropagation\\?(\\S+)\\)")
                        .matcher(lesson)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        var walk =
                walk(
                        Stream.of(query.split("&"))
                                .map(field -> field.split("="))
                                .collect(Collectors.toMap(field -> field[0], field -> field[1])));
        assertEquals(-0.2966, walk.forward().value("a2_1"), 5e-5);
        assertEquals(-0.6483, walk.backward().gradient("w2_11"), 5e-5);
        assertEquals(-0.3824, walk.backward().gradient("w1_22"), 5e-5);
        assertEquals(0.3297, walk.again().value("b2_1"), 5e-5);
        assertEquals(0.4279, walk.lossAfter(), 5e-5);
    }

    @Test
    void sharesThatArriveAlongSeveralEdgesAreAdded() {
        var walk = walk(Map.of("network", "2-2-1"));
        var shares =
                walk.backward().steps().stream().filter(step -> step.to().equals("x1")).toList();
        assertEquals(2, shares.size());
        assertEquals(
                shares.get(0).passed() + shares.get(1).passed(), walk.backward().gradient("x1"));
        assertTrue(
                Step.backward(shares.get(1)).lines().getLast().contains("several edges is added"));
    }

    @Test
    void everyStepIsAboutSomethingInThePicture() {
        var walk = walk(Map.of());
        var drawing = Drawing.of(walk);
        var about = new HashSet<String>();
        drawing.marks().forEach(mark -> about.addAll(List.of(mark.steps().split(" "))));
        drawing.edges().forEach(edge -> about.addAll(List.of(edge.steps().split(" "))));
        for (int step = 1; step < walk.last(); step++) {
            assertTrue(about.contains(Integer.toString(step)), "step " + step);
        }
    }

    @Test
    void nothingIsSeenBeforeItsStep() {
        var walk = walk(Map.of());
        var output =
                Drawing.of(walk).marks().stream()
                        .filter(mark -> mark.name().equals("L"))
                        .findFirst()
                        .orElseThrow();
        int known = walk.valueAt("L");
        assertFalse(output.values().stream().anyMatch(shown -> shown.at(known - 1)));
        assertEquals(1, output.values().stream().filter(shown -> shown.at(known)).count());
        assertFalse(output.gradients().getFirst().at(walk.seedAt() - 1));
        assertEquals(
                "1",
                output.gradients().stream()
                        .filter(at(walk.seedAt()))
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    private static Predicate<Shown> at(int step) {
        return shown -> shown.at(step);
    }

    @Test
    void saturatedOutputHasNoFiniteLossAndStillAPage() {
        var walk =
                walk(
                        Map.of(
                                "network",
                                "2-1",
                                "loss",
                                "binary-cross-entropy",
                                "x1",
                                "10",
                                "w1_11",
                                "10",
                                "y1",
                                "0"));
        var view = WalkView.of(walk, 999);
        assertFalse(view.isFinite());
        assertEquals(walk.last(), view.step());
        assertFalse(view.allAgree());
    }

    @Test
    void whatCannotBeIsSaidWithItsNameAndItsBounds() {
        var form =
                ExerciseForm.read(
                        Map.of(
                                        "w1_11",
                                        "11",
                                        "x1",
                                        "two",
                                        "rate",
                                        "",
                                        "hidden",
                                        "java.lang.Runtime")
                                ::get);
        assertEquals(
                List.of(
                        "Hidden units must be one of: sigmoid, tanh, relu, softplus.",
                        "x1 must be a number from -10 to 10, was \"two\".",
                        "w1_11 must be a number from -10 to 10, was \"11\".",
                        "Learning rate must be a number from 0 to 10, and is empty."),
                form.problems());
        assertTrue(form.exercise().isEmpty());
        assertEquals(
                List.of(
                        "y1 must be a number from 0 to 1, was \"2\".",
                        "Binary cross-entropy needs outputs between 0 and 1: choose sigmoid for the output, or half squared error for the loss."),
                ExerciseForm.read(
                                Map.of("loss", "binary-cross-entropy", "output", "tanh", "y1", "2")
                                        ::get)
                        .problems());
    }
}
