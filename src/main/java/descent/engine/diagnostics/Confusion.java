package descent.engine.diagnostics;

/**
 * How often examples of a class (row) were taken for a class (column).
 *
 * @param set train or validation
 */
public record Confusion(String set, int[][] counts) {}
