package descent.bench.engine;

import descent.engine.data.PreparedData;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's C++ library, one thread, float32. Its batches are cut beforehand. */
final class Libtorch implements Contender {
    private final Problem problem;
    private final List<LinearImpl> layers = new ArrayList<>();
    private final Optimizer optimizer;
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Tensor> targets = new ArrayList<>();
    private final Scalar half = new Scalar(0.5f);

    Libtorch(Problem problem, PreparedData data) {
        this.problem = problem;
        torch.set_num_threads(1);
        var parameters = new TensorVector();
        var sizes = problem.sizes();
        for (int i = 1; i < sizes.size(); i++) {
            var layer = new LinearImpl(sizes.get(i - 1), sizes.get(i));
            layers.add(layer);
            parameters.push_back(layer.weight());
            parameters.push_back(layer.bias());
        }
        optimizer =
                problem.classes() > 0
                        ? new Adam(parameters, new AdamOptions(Problem.ADAM_RATE))
                        : new SGD(parameters, new SGDOptions(Problem.SGD_RATE));
        var arrays = Batches.of(data);
        int batch = problem.batch();
        for (int from = 0; from + batch <= arrays.size(); from += batch) {
            inputs.add(matrix(arrays.inputs(from, batch), batch, problem.inputs()));
            targets.add(
                    problem.classes() > 0
                            ? Tensor.create(arrays.labels(from, batch), new long[] {batch})
                            : matrix(arrays.signs(from, batch), batch, 1));
        }
    }

    private static Tensor matrix(float[] values, int rows, int columns) {
        return Tensor.create(values, new long[] {rows, columns});
    }

    @Override
    public String name() {
        return "libtorch";
    }

    @Override
    public long train(long steps) {
        long began = CpuTime.now();
        for (long step = 0; step < steps; step++) step((int) (step % inputs.size()));
        return CpuTime.now() - began;
    }

    private void step(int batch) {
        try (var _ = new PointerScope()) {
            var x = inputs.get(batch);
            for (int i = 0; i < layers.size(); i++) {
                x = layers.get(i).forward(x);
                boolean last = i == layers.size() - 1;
                if (!last || problem.classes() == 0) x = activation(x);
            }
            var loss =
                    problem.classes() > 0
                            ? torch.cross_entropy_loss(x, targets.get(batch))
                            : torch.mse_loss(x, targets.get(batch)).mul(half);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }

    private Tensor activation(Tensor x) {
        return switch (problem.activation()) {
            case "tanh" -> x.tanh();
            case "relu" -> x.relu();
            case "sigmoid" -> x.sigmoid();
            default -> throw new IllegalArgumentException(problem.activation());
        };
    }
}
