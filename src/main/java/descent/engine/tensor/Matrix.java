package descent.engine.tensor;

/**
 * Rows of float32 numbers in a flat array: element (r, c) stands at {@code offset + r * stride +
 * c}.
 *
 * <p>Rows are padded to a stride that every vector width divides. Padding never flows into an
 * element: each output of a kernel depends on real elements alone.
 *
 * @param data shared with other matrices where they are parts of one array
 * @param stride the distance of two rows, {@link #stride(int)} of the columns
 */
public record Matrix(float[] data, int offset, int rows, int columns, int stride) {
    public Matrix {
        if (rows < 0 || columns < 1 || stride < columns)
            throw new IllegalArgumentException(
                    "no matrix is " + rows + " x " + columns + " with stride " + stride);
        if (offset < 0 || offset + (long) rows * stride > data.length)
            throw new IllegalArgumentException(
                    rows + " x " + stride + " from " + offset + " is more than " + data.length);
    }

    private static final int NARROWEST = 8;
    private static final int WIDEST = 16;

    /** A matrix of zeros with an array of its own. */
    public static Matrix zeros(int rows, int columns) {
        int stride = stride(columns);
        return new Matrix(new float[room(rows, stride)], 0, rows, columns, stride);
    }

    /** Whole vectors from the start of any row on, as loops over elements go. */
    private static int room(int rows, int stride) {
        int numbers = Math.multiplyExact(rows, stride);
        return Math.addExact(numbers, stride < WIDEST ? WIDEST - stride : 0);
    }

    /** 8 or a multiple of 16: narrow matrices use narrow vectors, not empty lanes. */
    public static int stride(int columns) {
        return columns <= NARROWEST ? NARROWEST : (columns + 15) & ~15;
    }

    public int index(int row, int column) {
        return offset + row * stride + column;
    }

    public float get(int row, int column) {
        return data[index(row, column)];
    }

    public void set(int row, int column, float value) {
        data[index(row, column)] = value;
    }

    /** A part of it, over the same array. */
    public Matrix rows(int from, int count) {
        if (from < 0 || count < 0 || from + count > rows)
            throw new IllegalArgumentException(from + " + " + count + " of " + rows + " rows");
        return new Matrix(data, offset + from * stride, count, columns, stride);
    }

    /** Whether no element is NaN or infinite. */
    public boolean isFinite() {
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) if (!Float.isFinite(get(i, j))) return false;
        return true;
    }

    /** The shape as messages name it: "32 x 8". */
    public String shape() {
        return rows + " x " + columns;
    }
}
