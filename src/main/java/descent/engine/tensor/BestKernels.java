package descent.engine.tensor;

import java.util.ArrayList;
import java.util.List;

/** Chosen once, when first asked for. */
final class BestKernels {
    static final Kernels INSTANCE = choose();

    private BestKernels() {}

    /**
     * The vector module is an option of the JVM: without {@code --add-modules=jdk.incubator.vector}
     * training is correct, bit for bit, and slow.
     */
    private static Kernels choose() {
        return hasVectors() ? vectors(Lanes.preferred()) : ScalarKernels.INSTANCE;
    }

    private static Kernels vectors(int lanes) {
        boolean many = lanes == 16 || System.getProperty("os.arch", "").equals("aarch64");
        return new VectorKernels(lanes, many ? 2 * Lanes.FEWEST : Lanes.FEWEST);
    }

    private static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    static List<Kernels> available() {
        var all = new ArrayList<Kernels>(List.of(ScalarKernels.INSTANCE));
        if (hasVectors()) for (int lanes = 4; lanes <= 16; lanes *= 2) all.add(vectors(lanes));
        return all;
    }
}
