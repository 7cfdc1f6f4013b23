package descent.run.record;

import descent.engine.diagnostics.Confusion;
import descent.engine.diagnostics.Histogram;
import descent.engine.diagnostics.LayerWeights;
import descent.engine.diagnostics.Surface;
import descent.engine.training.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot as it is kept and sent: its surface, by far the largest part, as exact as a picture.
 */
public record StoredSnapshot(
        long step,
        Optional<StoredSurface> surface,
        List<Confusion> confusion,
        List<LayerWeights> weights,
        List<Histogram> histograms) {
    /**
     * @param certainty held to 0 to 1; absent of one output
     */
    public record StoredSurface(
            int columns,
            int rows,
            double left,
            double right,
            double bottom,
            double top,
            Levels values,
            Optional<Levels> certainty) {
        static StoredSurface of(Surface surface) {
            boolean classes = surface.certainty().length > 0;
            return new StoredSurface(
                    surface.columns(),
                    surface.rows(),
                    surface.left(),
                    surface.right(),
                    surface.bottom(),
                    surface.top(),
                    classes
                            ? Levels.between(0, 255, 1, surface.values())
                            : Levels.of(2, surface.values()),
                    classes
                            ? Optional.of(Levels.between(0, 1, 1, surface.certainty()))
                            : Optional.empty());
        }
    }

    static StoredSnapshot of(Snapshot snapshot) {
        return new StoredSnapshot(
                snapshot.step(),
                snapshot.surface().map(StoredSurface::of),
                snapshot.confusion(),
                snapshot.weights(),
                snapshot.histograms());
    }
}
