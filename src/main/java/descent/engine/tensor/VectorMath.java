package descent.engine.tensor;

import static descent.engine.tensor.FloatMath.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link FloatMath} for a vector of any width, operation by operation. */
final class VectorMath {
    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        var bounded = clamp(x, EXP_BOTTOM, EXP_TOP);
        var shifted = bounded.fma(LOG2_E, ROUND);
        var rest = expOfRestMinusOne(bounded, shifted.sub(ROUND));
        var n = shifted.reinterpretAsInts().sub(ROUND_BITS);
        var half = n.lanewise(ASHR, 1);
        var scale = powerOf2(half);
        return rest.fma(scale, scale).mul(powerOf2(n.sub(half)));
    }

    static FloatVector log(FloatVector x) {
        var subnormal = x.compare(LT, Float.MIN_NORMAL);
        var bits = x.blend(x.mul(0x1p23f), subnormal).reinterpretAsInts();
        var exponent = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 23);
        var whole = exponent.add(ROUND_BITS).reinterpretAsFloats().sub(ROUND);
        var n = whole.blend(whole.sub(23f), subnormal);
        var f = bits.sub(exponent.lanewise(LSHL, 23)).reinterpretAsFloats().sub(1f);
        var square = f.mul(f);
        var p = f.lanewise(FMA, LOG_11, LOG_10);
        p = p.lanewise(FMA, f, LOG_9);
        p = p.lanewise(FMA, f, LOG_8);
        p = p.lanewise(FMA, f, LOG_7);
        p = p.lanewise(FMA, f, LOG_6);
        p = p.lanewise(FMA, f, LOG_5);
        p = p.lanewise(FMA, f, LOG_4);
        p = p.lanewise(FMA, f, LOG_3);
        var y = square.lanewise(FMA, -0.5f, n.lanewise(FMA, LN2_LOW, p.mul(f.mul(square))));
        var log = n.lanewise(FMA, LN2_HIGH, f.add(y));
        var infinite = x.compare(LT, Float.POSITIVE_INFINITY).not();
        return log.blend(x, infinite)
                .blend(Float.NaN, x.compare(LT, 0f))
                .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
    }

    static FloatVector tanh(FloatVector x) {
        var twice = x.abs().mul(2f);
        var bounded = twice.blend(TANH_TOP, twice.compare(GT, TANH_TOP));
        var shifted = bounded.fma(LOG2_E, ROUND);
        var scale = scale(shifted);
        var rest = expOfRestMinusOne(bounded, shifted.sub(ROUND));
        var t = rest.fma(scale, scale.sub(1f));
        var positive = t.div(t.add(2f)).reinterpretAsInts();
        return positive.or(x.reinterpretAsInts().and(Integer.MIN_VALUE)).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        var one = x.broadcast(1f);
        return ((FloatVector) one).div(expNear(x.neg()).add(1f));
    }

    static FloatVector expNear(FloatVector x) {
        var bounded = clamp(x, -NEAR, NEAR);
        var shifted = bounded.fma(LOG2_E, ROUND);
        var scale = scale(shifted);
        return expOfRestMinusOne(bounded, shifted.sub(ROUND)).fma(scale, scale);
    }

    private static FloatVector clamp(FloatVector x, float low, float high) {
        return x.blend(high, x.compare(GT, high)).blend(low, x.compare(LT, low));
    }

    private static FloatVector expOfRestMinusOne(FloatVector x, FloatVector n) {
        var r = n.lanewise(FMA, -LN2_LOW, n.lanewise(FMA, -LN2_HIGH, x));
        var p = r.lanewise(FMA, EXP_7, EXP_6);
        p = p.lanewise(FMA, r, EXP_5);
        p = p.lanewise(FMA, r, EXP_4);
        p = p.lanewise(FMA, r, EXP_3);
        p = p.lanewise(FMA, r, EXP_2);
        return p.fma(r.mul(r), r);
    }

    private static FloatVector scale(FloatVector shifted) {
        return powerOf2(shifted.reinterpretAsInts());
    }

    private static FloatVector powerOf2(IntVector n) {
        return n.lanewise(LSHL, 23).add(ONE_BITS).reinterpretAsFloats();
    }

    /** max(x, 0), NaN where x is NaN. */
    static FloatVector positivePart(FloatVector x) {
        return x.blend(0f, x.compare(LE, 0f));
    }
}
