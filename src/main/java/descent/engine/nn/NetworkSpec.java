package descent.engine.nn;

import descent.engine.Bounds;
import descent.engine.Items;
import java.util.List;

/**
 * What a network is, before it has weights.
 *
 * @param layers the hidden ones, from the input on
 */
public record NetworkSpec(@Items(max = 64) List<LayerSpec> layers, OutputSpec output) {
    public NetworkSpec {
        layers = List.copyOf(layers);
        Bounds.check(NetworkSpec.class, layers, output);
    }

    /** The same with the output's activation left to the loss. */
    public NetworkSpec withoutOutputActivation() {
        return new NetworkSpec(layers, output.withoutActivation());
    }
}
