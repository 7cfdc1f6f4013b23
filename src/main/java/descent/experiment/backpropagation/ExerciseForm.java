package descent.experiment.backpropagation;

import descent.engine.autodiff.NetworkFormulas.Loss;
import descent.engine.autodiff.Operation;
import descent.experiment.Choice;
import descent.experiment.NumberField;
import descent.experiment.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that an address says of an exercise, with what is wrong in it; what it leaves out is as
 * usual.
 */
record ExerciseForm(
        Choice network,
        Choice hidden,
        Choice output,
        Choice loss,
        List<Group> groups,
        NumberField learningRate,
        List<String> problems) {
    private static final double LARGEST = 10;
    private static final List<Choice.Option> NETWORKS =
            List.of(
                    new Choice.Option("2-2-1", "2 inputs, 2 hidden units, 1 output"),
                    new Choice.Option("2-1", "a single neuron with 2 inputs"),
                    new Choice.Option("2-3-1", "2 inputs, 3 hidden units, 1 output"),
                    new Choice.Option("2-2-2", "2 inputs, 2 hidden units, 2 outputs"),
                    new Choice.Option("1-1-1-1", "a chain of 3 neurons"));
    private static final Map<String, Operation> FUNCTIONS =
            Map.of(
                    "sigmoid", Operation.SIGMOID,
                    "tanh", Operation.TANH,
                    "relu", Operation.RELU,
                    "softplus", Operation.SOFTPLUS);
    private static final List<Choice.Option> ACTIVATIONS =
            Stream.of("sigmoid", "tanh", "relu", "softplus")
                    .map(name -> new Choice.Option(name, name))
                    .toList();
    private static final List<Choice.Option> OUTPUTS =
            Stream.concat(
                            ACTIVATIONS.stream(),
                            Stream.of(new Choice.Option("identity", "none: the sum itself")))
                    .toList();
    private static final String HALF_SQUARED_ERROR = "half-squared-error";
    private static final String BINARY_CROSS_ENTROPY = "binary-cross-entropy";
    private static final List<Choice.Option> LOSSES =
            List.of(
                    new Choice.Option(HALF_SQUARED_ERROR, "half squared error"),
                    new Choice.Option(BINARY_CROSS_ENTROPY, "binary cross-entropy"));

    /** Numbers to begin with, dealt out in turn: of both signs, none like its neighbour. */
    private static final double[] WEIGHTS = {0.4, -0.6, 0.8, 0.3, -0.5, 0.7, 0.2, -0.9, 0.6};

    private static final double[] BIASES = {0.1, -0.2, 0.3};
    private static final double[] INPUTS = {1, 0.5};
    private static final double[] TARGETS = {1, 0};

    /** Numbers that belong together. */
    record Group(String title, List<NumberField> fields) {}

    ExerciseForm {
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
    }

    /**
     * @param typed gives what came in for a field, null when nothing did
     */
    static ExerciseForm read(Typed typed) {
        var network = Choice.of("network", "Network", NETWORKS, typed.in("network"));
        var hidden = Choice.of("hidden", "Hidden units", ACTIVATIONS, typed.in("hidden"));
        var output = Choice.of("output", "Output", OUTPUTS, typed.in("output"));
        var loss = Choice.of("loss", "Loss", LOSSES, typed.in("loss"));
        var rate = NumberField.of("rate", "Learning rate", 0, LARGEST, 0.5, typed.in("rate"));
        var choices = List.of(network, hidden, output, loss);
        var groups =
                network.problem().isPresent()
                        ? List.<Group>of()
                        : groups(sizes(network), isCrossEntropy(loss), typed);
        return new ExerciseForm(
                network,
                hidden,
                output,
                loss,
                groups,
                rate,
                problems(choices, Stream.concat(fields(groups), Stream.of(rate))));
    }

    private static List<Integer> sizes(Choice network) {
        return Arrays.stream(network.chosen().split("-")).map(Integer::valueOf).toList();
    }

    private static boolean isCrossEntropy(Choice loss) {
        return loss.chosen().equals(BINARY_CROSS_ENTROPY);
    }

    /** The names are those of {@link descent.engine.autodiff.NetworkFormulas}. */
    private static List<Group> groups(List<Integer> sizes, boolean crossEntropy, Typed typed) {
        var groups = new ArrayList<Group>();
        groups.add(
                new Group(
                        "Inputs",
                        numbered("x", sizes.getFirst(), -LARGEST, LARGEST, INPUTS, typed)));
        int weights = 0;
        int biases = 0;
        for (int layer = 1; layer < sizes.size(); layer++) {
            var fields = new ArrayList<NumberField>();
            for (int unit = 1; unit <= sizes.get(layer); unit++) {
                for (int input = 1; input <= sizes.get(layer - 1); input++) {
                    fields.add(
                            field(
                                    "w%d_%d%d".formatted(layer, unit, input),
                                    WEIGHTS[weights++ % WEIGHTS.length],
                                    typed));
                }
                fields.add(
                        field(
                                "b%d_%d".formatted(layer, unit),
                                BIASES[biases++ % BIASES.length],
                                typed));
            }
            groups.add(new Group("Layer " + layer, fields));
        }
        double least = crossEntropy ? 0 : -LARGEST;
        double most = crossEntropy ? 1 : LARGEST;
        groups.add(
                new Group("Target", numbered("y", sizes.getLast(), least, most, TARGETS, typed)));
        return groups;
    }

    private static List<NumberField> numbered(
            String letter, int count, double least, double most, double[] usual, Typed typed) {
        var fields = new ArrayList<NumberField>();
        for (int i = 1; i <= count; i++) {
            var name = letter + i;
            fields.add(
                    NumberField.of(
                            name,
                            name,
                            least,
                            most,
                            usual[(i - 1) % usual.length],
                            typed.in(name)));
        }
        return fields;
    }

    private static NumberField field(String name, double usual, Typed typed) {
        return NumberField.of(name, name, -LARGEST, LARGEST, usual, typed.in(name));
    }

    private static Stream<NumberField> fields(List<Group> groups) {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    private static List<String> problems(List<Choice> choices, Stream<NumberField> fields) {
        var problems = new ArrayList<String>();
        choices.forEach(choice -> choice.problem().ifPresent(problems::add));
        fields.flatMap(field -> Stream.ofNullable(field.problem())).forEach(problems::add);
        if (isCrossEntropy(choices.getLast()) && !choices.get(2).chosen().equals("sigmoid")) {
            problems.add(
                    "Binary cross-entropy needs outputs between 0 and 1: choose sigmoid for the output, or half squared error for the loss.");
        }
        return problems;
    }

    /** Whether there are hidden units at all. */
    public boolean isDeep() {
        return network.problem().isEmpty() && sizes(network).size() > 2;
    }

    /** Nothing while something is wrong. */
    Optional<Exercise> exercise() {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var numbers = new LinkedHashMap<String, Double>();
        fields(groups).forEach(field -> numbers.put(field.name(), field.value()));
        return Optional.of(
                new Exercise(
                        sizes(network),
                        Objects.requireNonNull(FUNCTIONS.get(hidden.chosen())),
                        FUNCTIONS.get(output.chosen()),
                        isCrossEntropy(loss) ? Loss.BINARY_CROSS_ENTROPY : Loss.HALF_SQUARED_ERROR,
                        numbers,
                        learningRate.value()));
    }
}
