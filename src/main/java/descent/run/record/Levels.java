package descent.run.record;

/**
 * The numbers of a picture in few characters: each as one of the levels between the lowest and the
 * highest, 256 of them where it takes a byte, 65,536 where it takes two. What is not a number is
 * the lowest.
 *
 * @param bytes of each number, the higher first
 * @param cells the levels, one after the other
 */
public record Levels(double low, double high, int bytes, byte[] cells) {
    /** Numbers outside of the ends are taken for these. */
    static Levels between(double low, double high, int bytes, float[] numbers) {
        long most = (1L << 8 * bytes) - 1;
        var cells = new byte[bytes * numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double share = (Math.clamp(numbers[i], low, high) - low) / (high - low);
            // Where all are the same, and of NaN, 0.
            long level = Math.round(share * most);
            for (int b = 0; b < bytes; b++) {
                cells[bytes * i + b] = (byte) (level >> 8 * (bytes - 1 - b));
            }
        }
        return new Levels(low, high, bytes, cells);
    }

    /** Between the lowest and the highest that are finite. */
    static Levels of(int bytes, float[] numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        return low > high ? between(0, 0, bytes, numbers) : between(low, high, bytes, numbers);
    }
}
