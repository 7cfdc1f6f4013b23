package descent.run.record;

import descent.engine.training.Point;
import descent.engine.training.RunHeader;
import java.util.List;
import java.util.Optional;

/**
 * The curves of a run, as far as it has come.
 *
 * @param header empty before it has begun
 */
public record Curves(Optional<RunHeader> header, List<Point> points) {}
