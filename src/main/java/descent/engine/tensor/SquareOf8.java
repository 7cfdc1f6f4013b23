package descent.engine.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns squares of 8 x 8 that stay in registers. Rows that are 4, 2 and 1 apart exchange halves,
 * pairs and neighbours: of the upper row the first lanes stay, of the lower the second. The code
 * says it all here: with methods in between the compiler now and then made an object of each row.
 */
final class SquareOf8 {
    static final int SIDE = 8;
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final VectorShuffle<Float> HALVES_UP = up(4);
    private static final VectorShuffle<Float> HALVES_DOWN = down(4);
    private static final VectorMask<Float> SECOND_OF_HALVES = second(4);
    private static final VectorShuffle<Float> PAIRS_UP = up(2);
    private static final VectorShuffle<Float> PAIRS_DOWN = down(2);
    private static final VectorMask<Float> SECOND_OF_PAIRS = second(2);
    private static final VectorShuffle<Float> NEIGHBOURS_UP = up(1);
    private static final VectorShuffle<Float> NEIGHBOURS_DOWN = down(1);
    private static final VectorMask<Float> SECOND_OF_NEIGHBOURS = second(1);

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
        var h0 = r0.blend(r4.rearrange(HALVES_UP), SECOND_OF_HALVES);
        var h1 = r1.blend(r5.rearrange(HALVES_UP), SECOND_OF_HALVES);
        var h2 = r2.blend(r6.rearrange(HALVES_UP), SECOND_OF_HALVES);
        var h3 = r3.blend(r7.rearrange(HALVES_UP), SECOND_OF_HALVES);
        var h4 = r0.rearrange(HALVES_DOWN).blend(r4, SECOND_OF_HALVES);
        var h5 = r1.rearrange(HALVES_DOWN).blend(r5, SECOND_OF_HALVES);
        var h6 = r2.rearrange(HALVES_DOWN).blend(r6, SECOND_OF_HALVES);
        var h7 = r3.rearrange(HALVES_DOWN).blend(r7, SECOND_OF_HALVES);
        var p0 = h0.blend(h2.rearrange(PAIRS_UP), SECOND_OF_PAIRS);
        var p1 = h1.blend(h3.rearrange(PAIRS_UP), SECOND_OF_PAIRS);
        var p2 = h0.rearrange(PAIRS_DOWN).blend(h2, SECOND_OF_PAIRS);
        var p3 = h1.rearrange(PAIRS_DOWN).blend(h3, SECOND_OF_PAIRS);
        var p4 = h4.blend(h6.rearrange(PAIRS_UP), SECOND_OF_PAIRS);
        var p5 = h5.blend(h7.rearrange(PAIRS_UP), SECOND_OF_PAIRS);
        var p6 = h4.rearrange(PAIRS_DOWN).blend(h6, SECOND_OF_PAIRS);
        var p7 = h5.rearrange(PAIRS_DOWN).blend(h7, SECOND_OF_PAIRS);
        p0.blend(p1.rearrange(NEIGHBOURS_UP), SECOND_OF_NEIGHBOURS).intoArray(t, t0);
        p0.rearrange(NEIGHBOURS_DOWN).blend(p1, SECOND_OF_NEIGHBOURS).intoArray(t, t0 + tRow);
        p2.blend(p3.rearrange(NEIGHBOURS_UP), SECOND_OF_NEIGHBOURS).intoArray(t, t0 + 2 * tRow);
        p2.rearrange(NEIGHBOURS_DOWN).blend(p3, SECOND_OF_NEIGHBOURS).intoArray(t, t0 + 3 * tRow);
        p4.blend(p5.rearrange(NEIGHBOURS_UP), SECOND_OF_NEIGHBOURS).intoArray(t, t0 + 4 * tRow);
        p4.rearrange(NEIGHBOURS_DOWN).blend(p5, SECOND_OF_NEIGHBOURS).intoArray(t, t0 + 5 * tRow);
        p6.blend(p7.rearrange(NEIGHBOURS_UP), SECOND_OF_NEIGHBOURS).intoArray(t, t0 + 6 * tRow);
        p6.rearrange(NEIGHBOURS_DOWN).blend(p7, SECOND_OF_NEIGHBOURS).intoArray(t, t0 + 7 * tRow);
    }

    /**
     * For two rows that are so far apart, as they exchange lanes: those of the lower row on their
     * way into the upper.
     */
    private static VectorShuffle<Float> up(int distance) {
        return VectorShuffle.fromOp(S, i -> (i & distance) == 0 ? i : i - distance);
    }

    /** Those of the upper row on their way into the lower. */
    private static VectorShuffle<Float> down(int distance) {
        return VectorShuffle.fromOp(S, i -> (i & distance) == 0 ? i + distance : i);
    }

    /** Where a row has what it takes from the lower one. */
    private static VectorMask<Float> second(int distance) {
        var lanes = new boolean[SIDE];
        for (int i = 0; i < SIDE; i++) lanes[i] = (i & distance) != 0;
        return VectorMask.fromArray(S, lanes, 0);
    }
}
