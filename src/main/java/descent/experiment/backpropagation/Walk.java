package descent.experiment.backpropagation;

import descent.engine.autodiff.Backward;
import descent.engine.autodiff.Forward;
import descent.engine.autodiff.GradientCheck;
import descent.engine.autodiff.Graph;
import descent.experiment.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way through a graph, step by step: the numbers that are given, the values forward, the
 * gradients backward along every edge, one update, and the loss after it.
 *
 * @param steps numbered from 0 by their places
 * @param again the values with the updated weights
 */
record Walk(
        Exercise exercise,
        Graph graph,
        Forward forward,
        Backward backward,
        List<Step> steps,
        List<Learned> numbers,
        Forward again) {
    /**
     * An input of the graph, its gradient found in two ways, and what an update makes of it.
     *
     * @param after the same as before for what is not learned
     */
    record Learned(GradientCheck check, double before, double after) {}

    private static final Step GIVEN =
            new Step(
                    "The numbers that are given",
                    List.of("Inputs, weights, biases and the target have their values."));

    Walk {
        steps = List.copyOf(steps);
        numbers = List.copyOf(numbers);
    }

    static Walk of(Exercise exercise) {
        var graph = exercise.graph();
        var forward = graph.forward();
        var backward = forward.backward();
        var after = exercise.updated(backward);
        var again = graph.with(after).forward();
        var steps = new ArrayList<Step>();
        steps.add(GIVEN);
        forward.steps().forEach(step -> steps.add(Step.forward(step)));
        steps.add(Step.seed(graph.output()));
        backward.steps().forEach(step -> steps.add(Step.backward(step)));
        steps.add(update(exercise, after));
        steps.add(again(graph.output(), forward, again));
        return new Walk(
                exercise, graph, forward, backward, steps, learned(graph, forward, again), again);
    }

    private static Step update(Exercise exercise, Map<String, Double> after) {
        var rate = Numbers.exact(exercise.learningRate());
        return new Step(
                "One update",
                List.of(
                        "Every weight and bias takes a step against its gradient: w ← w − learning rate · ∂L/∂w.",
                        "The learning rate is %s; %d numbers change at once. The table below has them."
                                .formatted(rate, after.size())));
    }

    private static Step again(String loss, Forward forward, Forward again) {
        double before = forward.value(loss);
        double after = again.value(loss);
        return new Step(
                "Forward again",
                List.of(
                        "With the new weights %s = %s; it was %s."
                                .formatted(loss, Numbers.exact(after), Numbers.exact(before)),
                        verdict(before, after)));
    }

    private static String verdict(double before, double after) {
        if (!Double.isFinite(after)) {
            return "That is no number any more: the step was far too long, or a logarithm met a 0.";
        }
        if (after < before) {
            return "The update made the loss smaller.";
        }
        return after > before
                ? "The loss has grown: the step went past the valley. Try a smaller learning rate."
                : "The loss has not changed: no gradient leads to a weight here.";
    }

    private static List<Learned> learned(Graph graph, Forward forward, Forward again) {
        return GradientCheck.of(graph).stream()
                .map(check ->
                        new Learned(
                                check, forward.value(check.input()), again.value(check.input())))
                .toList();
    }

    double lossBefore() {
        return forward.value(graph.output());
    }

    /** The step in which a node gets its value; 0 for what is given. */
    int valueAt(String node) {
        for (int i = 0; i < forward.steps().size(); i++) {
            if (forward.steps().get(i).node().equals(node)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The step in which the backward pass begins: the loss has the gradient 1. */
    int seedAt() {
        return forward.steps().size() + 1;
    }

    double lossAfter() {
        return again.value(graph.output());
    }

    int updateAt() {
        return steps.size() - 2;
    }

    public int last() {
        return steps.size() - 1;
    }
}
