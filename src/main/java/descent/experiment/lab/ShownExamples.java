package descent.experiment.lab;

import descent.engine.data.PreparedData;
import descent.engine.data.Table;
import descent.engine.spec.ExperimentSpec;
import descent.engine.tensor.RandomStream;
import descent.shared.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Some of an experiment's examples, to be drawn or listed.
 *
 * @param inputs numbers of each example
 * @param classes their number; 0 where a number is to be predicted
 * @param names of inputs and target; none where they are just numbered
 * @param classNames none where they are just numbered
 * @param training how many of the rows are trained on; they come first
 * @param validation how many come after these
 * @param rows the inputs of each, and last the target
 * @param shift what is taken from each feature before the network gets it
 * @param scale what it is then divided by
 */
record ShownExamples(
        int inputs,
        int classes,
        List<String> names,
        List<String> classNames,
        int training,
        int validation,
        double[][] rows,
        double[] shift,
        double[] scale) {
    /** Points that a picture can hold. */
    private static final int IN_THE_PLANE = 1_200;

    /** Images or lines that anybody looks at. */
    private static final int ELSEWHERE = 60;

    /** More than these take a second and a hundred megabytes, and anybody may ask for them. */
    private static final int MOST_NUMBERS = 2_000_000;

    /**
     * @throws Problem 422 where all examples, which must be drawn to show some, are too many
     */
    static ShownExamples of(ExperimentSpec spec) {
        var source = spec.data().source();
        long numbers = (long) source.size() * source.inputs();
        if (numbers > MOST_NUMBERS) {
            var problem =
                    "may have %d numbers to be shown, has %d".formatted(MOST_NUMBERS, numbers);
            throw Problem.unprocessable(
                    "data " + problem, Map.of("field", "data", "problem", problem));
        }
        var random = RandomStream.of(spec.seed().data(), RandomStream.Purpose.DATA);
        var data = PreparedData.of(spec.data(), random);
        int all = data.examples().size();
        int inputs = source.inputs();
        double share = Math.min(1, (double) (inputs > 2 ? ELSEWHERE : IN_THE_PLANE) / all);
        int training = (int) Math.ceil(share * data.training().size());
        int validation = (int) Math.ceil(share * data.validation().size());
        var rows = new double[training + validation][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(data, i < training ? i : i - training + data.training().size());
        }
        return new ShownExamples(
                inputs,
                source.task().classes(),
                source instanceof Table table ? table.columns() : List.of(),
                source instanceof Table table ? table.classes() : List.of(),
                training,
                validation,
                rows,
                data.features().shift(),
                data.features().scale());
    }

    private static double[] row(PreparedData data, int i) {
        var input = data.examples().inputs()[i];
        var row = Arrays.copyOf(input, input.length + 1);
        row[input.length] = data.examples().targets()[i];
        return row;
    }
}
