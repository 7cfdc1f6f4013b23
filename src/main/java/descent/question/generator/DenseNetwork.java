package descent.question.generator;

import static descent.question.generator.Figures.tex;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A dense network by the sizes of its layers, from its input to its output. */
final class DenseNetwork {
    static final Parameter LAYERS = Parameter.whole("layers", 1, 4, 2, 3);
    static final Parameter WIDEST = Parameter.whole("widest", 1, 4_096, 64, 64);

    private final long[] sizes;

    private DenseNetwork(long[] sizes) {
        this.sizes = sizes;
    }

    /** As wide and as deep as these two parameters say. */
    static DenseNetwork drawn(Draws d) {
        int layers = d.whole("layers");
        int widest = d.whole("widest");
        var chance = d.chance("sizes");
        var sizes = new long[layers + 1];
        sizes[0] = chance.whole(Math.min(2, widest), Math.min(12, widest));
        for (int i = 1; i < layers; i++) {
            sizes[i] = chance.whole(Math.min(4, widest), widest);
        }
        sizes[layers] = chance.whole(1, Math.min(10, widest));
        return new DenseNetwork(sizes);
    }

    /** Units of a layer; 0 is the input. */
    long size(int layer) {
        return sizes[layer];
    }

    /** Layers of weights. */
    int layers() {
        return sizes.length - 1;
    }

    long weights() {
        return IntStream.range(0, layers()).mapToLong(i -> sizes[i] * sizes[i + 1]).sum();
    }

    long biases() {
        return IntStream.range(0, layers()).mapToLong(i -> sizes[i + 1]).sum();
    }

    long parameters() {
        return weights() + biases();
    }

    /** {@code 2-8-1} */
    String text() {
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> Long.toString(sizes[i]))
                .collect(Collectors.joining("-"));
    }

    /** {@code 2 \cdot 8 + 8 \cdot 1} */
    String products() {
        return IntStream.range(0, layers())
                .mapToObj(i -> tex(sizes[i]) + " \\cdot " + tex(sizes[i + 1]))
                .collect(Collectors.joining(" + "));
    }

    String biasSum() {
        return IntStream.range(0, layers())
                .mapToObj(i -> tex(sizes[i + 1]))
                .collect(Collectors.joining(" + "));
    }
}
