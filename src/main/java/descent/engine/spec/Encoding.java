package descent.engine.spec;

import descent.engine.OutOfBounds;
import descent.engine.data.Dataset;
import descent.engine.data.Task;
import descent.engine.loss.Loss;
import descent.engine.loss.Targets;
import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;

/**
 * How a network says its answer.
 *
 * <p>A number is one output. Two classes are one output too, above the middle of {@code low} and
 * {@code high} for class 1, unless the loss or softmax wants an output for each class. More classes
 * have an output each; the largest wins.
 *
 * @param outputs units of the output layer
 * @param low the target for "no": 0 where outputs cannot be negative, else -1
 * @param high the target for "yes": 1
 */
public record Encoding(Task task, int outputs, float low, float high) {
    /**
     * @throws OutOfBounds where they do not go together
     */
    static Encoding of(Task task, Loss loss, Activation activation) {
        if (loss.fused() != Activation.IDENTITY && activation != loss.fused())
            throw new OutOfBounds(
                    "network.output.activation",
                    loss.fused().text() + " with this loss",
                    activation.text());
        if (!task.isClassification()) {
            if (loss.forClasses())
                throw new OutOfBounds("loss", "one for numbers to predict", "one for classes");
            if (activation == Activation.SOFTMAX)
                throw new OutOfBounds(
                        "network.output.activation",
                        "other than softmax for one number",
                        "softmax");
            return new Encoding(task, 1, 0, 1);
        }
        boolean each = loss.outputForEachClass() || activation == Activation.SOFTMAX;
        if (loss.forClasses() && !loss.outputForEachClass() && task.classes() > 2)
            throw new OutOfBounds(
                    "loss",
                    "for more than two classes, such as softmaxCrossEntropy",
                    "for two, and there are " + task.classes());
        int outputs = each || task.classes() > 2 ? task.classes() : 1;
        return new Encoding(task, outputs, each || neverNegative(activation) ? 0 : -1, 1);
    }

    private static boolean neverNegative(Activation activation) {
        return switch (activation) {
            case SIGMOID, RELU, SOFTPLUS, SOFTMAX -> true;
            case IDENTITY, TANH, LEAKY_RELU, ELU, GELU, SILU -> false;
        };
    }

    /** What outputs should be for these examples. */
    public Targets encode(Dataset data) {
        var values = Matrix.zeros(data.size(), outputs);
        var labels = new int[task.isClassification() ? data.size() : 0];
        for (int i = 0; i < data.size(); i++) {
            double target = data.targets()[i];
            if (!task.isClassification()) values.set(i, 0, (float) target);
            else {
                labels[i] = (int) target;
                for (int j = 0; j < outputs; j++)
                    values.set(i, j, labels[i] == (outputs == 1 ? 1 : j) ? high : low);
            }
        }
        return new Targets(values, labels, 0);
    }

    /** Whether classes have an output each. */
    public boolean oneForEachClass() {
        return task.isClassification() && outputs > 1;
    }

    /** Between "no" and "yes". */
    public float middle() {
        return (low + high) / 2;
    }
}
