package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;

/**
 * Which shares of the examples are kept from training: some to watch it, some for the very end.
 *
 * @param validation share, rounded to whole examples
 * @param test share, rounded to whole examples
 */
public record Split(
        @Range(min = 0, max = 0.9) @Or("0.2") double validation,
        @Range(min = 0, max = 0.9) @Or("0") double test) {
    public Split {
        Bounds.check(Split.class, validation, test);
        if (validation + test > 0.9)
            throw new OutOfBounds("test", "at most 0.9 together with validation", test);
    }

    public int validationRows(int size) {
        return (int) Math.round(size * validation);
    }

    public int testRows(int size) {
        return (int) Math.round(size * test);
    }

    public int trainingRows(int size) {
        return size - validationRows(size) - testRows(size);
    }
}
