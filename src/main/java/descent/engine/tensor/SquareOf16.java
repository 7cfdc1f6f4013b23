package descent.engine.tensor;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns squares of 16 x 16 that stay in registers: 32 are needed, and an instruction that picks any
 * lanes of two vectors. Machines with vectors of 16 numbers have both; to them the same square in
 * four of 8 x 8 takes almost twice as long. Rows count as whole numbers, as the numbers of lanes
 * do: nothing is converted. The code says it all here: with methods in between the compiler gives
 * up and makes an object of each row.
 */
final class SquareOf16 {
    static final int SIDE = 16;
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;
    private static final IntVector HALVES_UP = up(8);
    private static final IntVector HALVES_DOWN = down(8);
    private static final IntVector QUARTERS_UP = up(4);
    private static final IntVector QUARTERS_DOWN = down(4);
    private static final IntVector PAIRS_UP = up(2);
    private static final IntVector PAIRS_DOWN = down(2);
    private static final IntVector NEIGHBOURS_UP = up(1);
    private static final IntVector NEIGHBOURS_DOWN = down(1);

    private SquareOf16() {}

    static void turn(float[] m, int m0, int mRow, float[] t, int t0, int tRow) {
        var r0 = FloatVector.fromArray(S, m, m0).reinterpretAsInts();
        var r1 = FloatVector.fromArray(S, m, m0 + mRow).reinterpretAsInts();
        var r2 = FloatVector.fromArray(S, m, m0 + 2 * mRow).reinterpretAsInts();
        var r3 = FloatVector.fromArray(S, m, m0 + 3 * mRow).reinterpretAsInts();
        var r4 = FloatVector.fromArray(S, m, m0 + 4 * mRow).reinterpretAsInts();
        var r5 = FloatVector.fromArray(S, m, m0 + 5 * mRow).reinterpretAsInts();
        var r6 = FloatVector.fromArray(S, m, m0 + 6 * mRow).reinterpretAsInts();
        var r7 = FloatVector.fromArray(S, m, m0 + 7 * mRow).reinterpretAsInts();
        var r8 = FloatVector.fromArray(S, m, m0 + 8 * mRow).reinterpretAsInts();
        var r9 = FloatVector.fromArray(S, m, m0 + 9 * mRow).reinterpretAsInts();
        var r10 = FloatVector.fromArray(S, m, m0 + 10 * mRow).reinterpretAsInts();
        var r11 = FloatVector.fromArray(S, m, m0 + 11 * mRow).reinterpretAsInts();
        var r12 = FloatVector.fromArray(S, m, m0 + 12 * mRow).reinterpretAsInts();
        var r13 = FloatVector.fromArray(S, m, m0 + 13 * mRow).reinterpretAsInts();
        var r14 = FloatVector.fromArray(S, m, m0 + 14 * mRow).reinterpretAsInts();
        var r15 = FloatVector.fromArray(S, m, m0 + 15 * mRow).reinterpretAsInts();
        var h0 = HALVES_UP.selectFrom(r0, r8);
        var h8 = HALVES_DOWN.selectFrom(r0, r8);
        var h1 = HALVES_UP.selectFrom(r1, r9);
        var h9 = HALVES_DOWN.selectFrom(r1, r9);
        var h2 = HALVES_UP.selectFrom(r2, r10);
        var h10 = HALVES_DOWN.selectFrom(r2, r10);
        var h3 = HALVES_UP.selectFrom(r3, r11);
        var h11 = HALVES_DOWN.selectFrom(r3, r11);
        var h4 = HALVES_UP.selectFrom(r4, r12);
        var h12 = HALVES_DOWN.selectFrom(r4, r12);
        var h5 = HALVES_UP.selectFrom(r5, r13);
        var h13 = HALVES_DOWN.selectFrom(r5, r13);
        var h6 = HALVES_UP.selectFrom(r6, r14);
        var h14 = HALVES_DOWN.selectFrom(r6, r14);
        var h7 = HALVES_UP.selectFrom(r7, r15);
        var h15 = HALVES_DOWN.selectFrom(r7, r15);
        var q0 = QUARTERS_UP.selectFrom(h0, h4);
        var q4 = QUARTERS_DOWN.selectFrom(h0, h4);
        var q1 = QUARTERS_UP.selectFrom(h1, h5);
        var q5 = QUARTERS_DOWN.selectFrom(h1, h5);
        var q2 = QUARTERS_UP.selectFrom(h2, h6);
        var q6 = QUARTERS_DOWN.selectFrom(h2, h6);
        var q3 = QUARTERS_UP.selectFrom(h3, h7);
        var q7 = QUARTERS_DOWN.selectFrom(h3, h7);
        var q8 = QUARTERS_UP.selectFrom(h8, h12);
        var q12 = QUARTERS_DOWN.selectFrom(h8, h12);
        var q9 = QUARTERS_UP.selectFrom(h9, h13);
        var q13 = QUARTERS_DOWN.selectFrom(h9, h13);
        var q10 = QUARTERS_UP.selectFrom(h10, h14);
        var q14 = QUARTERS_DOWN.selectFrom(h10, h14);
        var q11 = QUARTERS_UP.selectFrom(h11, h15);
        var q15 = QUARTERS_DOWN.selectFrom(h11, h15);
        var p0 = PAIRS_UP.selectFrom(q0, q2);
        var p2 = PAIRS_DOWN.selectFrom(q0, q2);
        var p1 = PAIRS_UP.selectFrom(q1, q3);
        var p3 = PAIRS_DOWN.selectFrom(q1, q3);
        var p4 = PAIRS_UP.selectFrom(q4, q6);
        var p6 = PAIRS_DOWN.selectFrom(q4, q6);
        var p5 = PAIRS_UP.selectFrom(q5, q7);
        var p7 = PAIRS_DOWN.selectFrom(q5, q7);
        var p8 = PAIRS_UP.selectFrom(q8, q10);
        var p10 = PAIRS_DOWN.selectFrom(q8, q10);
        var p9 = PAIRS_UP.selectFrom(q9, q11);
        var p11 = PAIRS_DOWN.selectFrom(q9, q11);
        var p12 = PAIRS_UP.selectFrom(q12, q14);
        var p14 = PAIRS_DOWN.selectFrom(q12, q14);
        var p13 = PAIRS_UP.selectFrom(q13, q15);
        var p15 = PAIRS_DOWN.selectFrom(q13, q15);
        NEIGHBOURS_UP.selectFrom(p0, p1).reinterpretAsFloats().intoArray(t, t0);
        NEIGHBOURS_DOWN.selectFrom(p0, p1).reinterpretAsFloats().intoArray(t, t0 + tRow);
        NEIGHBOURS_UP.selectFrom(p2, p3).reinterpretAsFloats().intoArray(t, t0 + 2 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p2, p3).reinterpretAsFloats().intoArray(t, t0 + 3 * tRow);
        NEIGHBOURS_UP.selectFrom(p4, p5).reinterpretAsFloats().intoArray(t, t0 + 4 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p4, p5).reinterpretAsFloats().intoArray(t, t0 + 5 * tRow);
        NEIGHBOURS_UP.selectFrom(p6, p7).reinterpretAsFloats().intoArray(t, t0 + 6 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p6, p7).reinterpretAsFloats().intoArray(t, t0 + 7 * tRow);
        NEIGHBOURS_UP.selectFrom(p8, p9).reinterpretAsFloats().intoArray(t, t0 + 8 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p8, p9).reinterpretAsFloats().intoArray(t, t0 + 9 * tRow);
        NEIGHBOURS_UP.selectFrom(p10, p11).reinterpretAsFloats().intoArray(t, t0 + 10 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p10, p11).reinterpretAsFloats().intoArray(t, t0 + 11 * tRow);
        NEIGHBOURS_UP.selectFrom(p12, p13).reinterpretAsFloats().intoArray(t, t0 + 12 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p12, p13).reinterpretAsFloats().intoArray(t, t0 + 13 * tRow);
        NEIGHBOURS_UP.selectFrom(p14, p15).reinterpretAsFloats().intoArray(t, t0 + 14 * tRow);
        NEIGHBOURS_DOWN.selectFrom(p14, p15).reinterpretAsFloats().intoArray(t, t0 + 15 * tRow);
    }

    /**
     * Of two rows that are so far apart, as they exchange lanes: for each of the upper row the lane
     * it comes from, from 16 on the lower row's.
     */
    private static IntVector up(int distance) {
        return lanes(i -> (i & distance) == 0 ? i : SIDE + i - distance);
    }

    /** The same for the lower row. */
    private static IntVector down(int distance) {
        return lanes(i -> (i & distance) == 0 ? i + distance : SIDE + i);
    }

    private static IntVector lanes(IntUnaryOperator of) {
        var lanes = IntStream.range(0, SIDE).map(of).toArray();
        return IntVector.fromArray(IntVector.SPECIES_512, lanes, 0);
    }
}
