package descent.run.stream;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who follows runs.
 *
 * @param person null for a visitor
 * @param stands whether it is still that person: asked again and again while a stream is open
 */
public record Follower(@Nullable UUID person, BooleanSupplier stands) {}
