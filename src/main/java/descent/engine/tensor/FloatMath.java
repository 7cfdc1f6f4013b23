package descent.engine.tensor;

/**
 * Elementary functions in float32 that give the same bits on every machine: nothing but additions,
 * multiplications, divisions and fused multiply-adds, which IEEE 754 defines exactly. {@link
 * VectorMath} repeats them operation by operation; a test holds both to the errors stated here.
 *
 * <p>Range reductions and polynomials after Moshier, Cephes Mathematical Library ({@code expf},
 * {@code logf}).
 */
public final class FloatMath {
    /** 1.5 · 2^23: adding it rounds to a whole number, which then stands in the lowest bits. */
    static final float ROUND = 0x1.8p23f;

    static final int ROUND_BITS = 0x4B400000;
    static final int ONE_BITS = 0x3F800000;
    static final int ROOT_HALF_BITS = 0x3F3504F3;
    static final float LOG2_E = 1.44269504f;
    // log 2 in two parts, the first with few bits, so that n · LN2_HIGH is exact.
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;

    /** The coefficients of r² to r^7 in exp r. */
    static final float EXP_2 = 5.0000001201e-1f;

    static final float EXP_3 = 1.6666665459e-1f;
    static final float EXP_4 = 4.1665795894e-2f;
    static final float EXP_5 = 8.3334519073e-3f;
    static final float EXP_6 = 1.3981999507e-3f;
    static final float EXP_7 = 1.9875691500e-4f;

    /** The coefficients of f³ to f^11 in log(1 + f). */
    static final float LOG_3 = 3.3333331174e-1f;

    static final float LOG_4 = -2.4999993993e-1f;
    static final float LOG_5 = 2.0000714765e-1f;
    static final float LOG_6 = -1.6668057665e-1f;
    static final float LOG_7 = 1.4249322787e-1f;
    static final float LOG_8 = -1.2420140846e-1f;
    static final float LOG_9 = 1.1676998740e-1f;
    static final float LOG_10 = -1.1514610310e-1f;
    static final float LOG_11 = 7.0376836292e-2f;

    /** Above the first exp is infinite, below the second zero. */
    static final float EXP_TOP = 89f;

    static final float EXP_BOTTOM = -104f;

    /** Up to here exp is a normal number, and so is its inverse. */
    static final float NEAR = 87f;

    /** From here on tanh(x/2) is 1. */
    static final float TANH_TOP = 18.1f;

    private FloatMath() {}

    /** exp x, to 1 ulp; infinite above 88.72, subnormal below -87.33, zero below -103.97. */
    public static float exp(float x) {
        float bounded = x > EXP_TOP ? EXP_TOP : x < EXP_BOTTOM ? EXP_BOTTOM : x;
        float shifted = Math.fma(bounded, LOG2_E, ROUND);
        float rest = expOfRestMinusOne(bounded, shifted - ROUND);
        // 2^n in two factors: either alone is a normal number.
        int n = Float.floatToRawIntBits(shifted) - ROUND_BITS;
        float half = powerOf2(n >> 1);
        return Math.fma(rest, half, half) * powerOf2(n - (n >> 1));
    }

    /** log x, to 1 ulp; of zero minus infinity, of less NaN. */
    public static float log(float x) {
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * 0x1p23f : x);
        int exponent = (bits - ROOT_HALF_BITS) >> 23;
        float n = exponent - (subnormal ? 23f : 0f);
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float square = f * f;
        float p = Math.fma(LOG_11, f, LOG_10);
        p = Math.fma(p, f, LOG_9);
        p = Math.fma(p, f, LOG_8);
        p = Math.fma(p, f, LOG_7);
        p = Math.fma(p, f, LOG_6);
        p = Math.fma(p, f, LOG_5);
        p = Math.fma(p, f, LOG_4);
        p = Math.fma(p, f, LOG_3);
        float y = Math.fma(-0.5f, square, Math.fma(n, LN2_LOW, p * (f * square)));
        float log = Math.fma(n, LN2_HIGH, f + y);
        if (x > 0) return x < Float.POSITIVE_INFINITY ? log : x;
        return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
    }

    /** tanh x, to 2.5 ulp, never beyond ±1: t / (t + 2) with t = exp(2|x|) - 1. */
    public static float tanh(float x) {
        float twice = 2 * Math.abs(x);
        float bounded = twice > TANH_TOP ? TANH_TOP : twice;
        float shifted = Math.fma(bounded, LOG2_E, ROUND);
        float scale = scale(shifted);
        float rest = expOfRestMinusOne(bounded, shifted - ROUND);
        float t = Math.fma(rest, scale, scale - 1);
        return Math.copySign(t / (t + 2), x);
    }

    /** 1 / (1 + exp(-x)), to 2.5 ulp. */
    public static float sigmoid(float x) {
        return 1 / (1 + expNear(-x));
    }

    /** exp x for |x| up to {@link #NEAR}, beyond as at the end: cheaper, and never special. */
    static float expNear(float x) {
        float bounded = x > NEAR ? NEAR : x < -NEAR ? -NEAR : x;
        float shifted = Math.fma(bounded, LOG2_E, ROUND);
        float scale = scale(shifted);
        return Math.fma(expOfRestMinusOne(bounded, shifted - ROUND), scale, scale);
    }

    /** exp(r) - 1 where r = x - n log 2, |r| at most (log 2)/2. */
    private static float expOfRestMinusOne(float x, float n) {
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(EXP_7, r, EXP_6);
        p = Math.fma(p, r, EXP_5);
        p = Math.fma(p, r, EXP_4);
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        return Math.fma(p, r * r, r);
    }

    /** 2^n, where n stands in the lowest bits of n + {@link #ROUND}. */
    private static float scale(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + ONE_BITS);
    }

    private static float powerOf2(int n) {
        return Float.intBitsToFloat((n << 23) + ONE_BITS);
    }
}
