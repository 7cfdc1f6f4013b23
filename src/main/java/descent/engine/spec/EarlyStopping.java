package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * A run ends when a figure has not got better for a while (Prechelt 1998).
 *
 * @param patience so many recorded points in a row
 * @param minDelta what counts as better: by more than this
 * @param restoreBest whether the weights of the best point are the run's final ones
 */
public record EarlyStopping(
        @Or("validation.loss") Figure figure,
        @Range(min = 1, max = 1000) @Or("10") int patience,
        @Range(min = 0, max = 1000) @Or("0") double minDelta,
        @Or("true") boolean restoreBest) {
    public EarlyStopping {
        Bounds.check(EarlyStopping.class, figure, patience, minDelta, restoreBest);
    }
}
