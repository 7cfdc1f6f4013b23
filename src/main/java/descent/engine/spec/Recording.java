package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Items;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;
import java.util.Optional;

/**
 * What a run writes down. Nothing asked for, nothing spent.
 *
 * @param every steps between two points, 0 for about {@value #USUAL_POINTS} points; there is one
 *     before the first step and one after the last
 * @param layers figures of each layer
 */
public record Recording(
        @Range(min = 0, max = 10_000_000) @Or("0") int every,
        @Items(max = 6) List<LayerFigure> layers,
        Optional<Snapshots> snapshots) {
    private static final int USUAL_POINTS = 200;

    public Recording {
        layers = List.copyOf(layers.stream().distinct().sorted().toList());
        Bounds.check(Recording.class, every, layers, snapshots);
    }

    public int interval(long steps) {
        return every > 0 ? every : (int) Math.max(1, (steps + USUAL_POINTS - 1) / USUAL_POINTS);
    }

    /** The most points a run of so many steps has. */
    public long points(long steps) {
        long interval = interval(steps);
        return 1 + (steps + interval - 1) / interval;
    }

    /** The most snapshots among so many points. */
    public long snapshots(long points) {
        if (snapshots.isEmpty()) return 0;
        long every = snapshots.get().every();
        return 1 + (points - 1 + every - 1) / every;
    }
}
