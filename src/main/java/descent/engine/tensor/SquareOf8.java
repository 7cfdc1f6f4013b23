package descent.engine.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns squares of 8 x 8 that stay in registers. Rows that are 4, 2 and 1 apart exchange halves,
 * pairs and neighbours.
 */
final class SquareOf8 {
    static final int SIDE = 8;
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final Exchange HALVES = new Exchange(4);
    private static final Exchange PAIRS = new Exchange(2);
    private static final Exchange NEIGHBOURS = new Exchange(1);

    private SquareOf8() {}

    static void turn(float[] m, int m0, int mRow, float[] t, int t0, int tRow) {
        var r0 = FloatVector.fromArray(S, m, m0);
        var r1 = FloatVector.fromArray(S, m, m0 + mRow);
        var r2 = FloatVector.fromArray(S, m, m0 + 2 * mRow);
        var r3 = FloatVector.fromArray(S, m, m0 + 3 * mRow);
        var r4 = FloatVector.fromArray(S, m, m0 + 4 * mRow);
        var r5 = FloatVector.fromArray(S, m, m0 + 5 * mRow);
        var r6 = FloatVector.fromArray(S, m, m0 + 6 * mRow);
        var r7 = FloatVector.fromArray(S, m, m0 + 7 * mRow);
        var h0 = HALVES.upper(r0, r4);
        var h1 = HALVES.upper(r1, r5);
        var h2 = HALVES.upper(r2, r6);
        var h3 = HALVES.upper(r3, r7);
        var h4 = HALVES.lower(r0, r4);
        var h5 = HALVES.lower(r1, r5);
        var h6 = HALVES.lower(r2, r6);
        var h7 = HALVES.lower(r3, r7);
        var p0 = PAIRS.upper(h0, h2);
        var p1 = PAIRS.upper(h1, h3);
        var p2 = PAIRS.lower(h0, h2);
        var p3 = PAIRS.lower(h1, h3);
        var p4 = PAIRS.upper(h4, h6);
        var p5 = PAIRS.upper(h5, h7);
        var p6 = PAIRS.lower(h4, h6);
        var p7 = PAIRS.lower(h5, h7);
        NEIGHBOURS.upper(p0, p1).intoArray(t, t0);
        NEIGHBOURS.lower(p0, p1).intoArray(t, t0 + tRow);
        NEIGHBOURS.upper(p2, p3).intoArray(t, t0 + 2 * tRow);
        NEIGHBOURS.lower(p2, p3).intoArray(t, t0 + 3 * tRow);
        NEIGHBOURS.upper(p4, p5).intoArray(t, t0 + 4 * tRow);
        NEIGHBOURS.lower(p4, p5).intoArray(t, t0 + 5 * tRow);
        NEIGHBOURS.upper(p6, p7).intoArray(t, t0 + 6 * tRow);
        NEIGHBOURS.lower(p6, p7).intoArray(t, t0 + 7 * tRow);
    }

    /**
     * What two rows that are so far apart exchange.
     *
     * @param second the lanes of the second in each run of twice the distance
     */
    private record Exchange(
            VectorShuffle<Float> up, VectorShuffle<Float> down, VectorMask<Float> second) {
        Exchange(int distance) {
            this(
                    VectorShuffle.fromOp(S, i -> (i & distance) != 0 ? i - distance : i),
                    VectorShuffle.fromOp(S, i -> (i & distance) == 0 ? i + distance : i),
                    mask(distance));
        }

        private static VectorMask<Float> mask(int distance) {
            var lanes = new boolean[SIDE];
            for (int i = 0; i < SIDE; i++) lanes[i] = (i & distance) != 0;
            return VectorMask.fromArray(S, lanes, 0);
        }

        /** Of a the first lanes, of b its first in the place of a's second. */
        FloatVector upper(FloatVector a, FloatVector b) {
            return a.blend(b.rearrange(up), second);
        }

        /** Of b the second lanes, of a its second in the place of b's first. */
        FloatVector lower(FloatVector a, FloatVector b) {
            return a.rearrange(down).blend(b, second);
        }
    }
}
