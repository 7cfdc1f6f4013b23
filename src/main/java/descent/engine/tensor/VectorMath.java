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

/**
 * {@link FloatMath} for a vector of any width, operation by operation.
 *
 * <p>In methods of at most 35 bytes of code, which the compiler always inlines: a vector that is
 * passed to a method of its own becomes an object, and slow. A test counts the bytes.
 */
final class VectorMath {
    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        var bounded = clamp(x, EXP_BOTTOM, EXP_TOP);
        var shifted = bounded.fma(LOG2_E, ROUND);
        return halfScaled(expOfRestMinusOne(bounded, shifted), shifted);
    }

    /** (1 + rest) 2^n in two factors: either alone is a normal number. */
    private static FloatVector halfScaled(FloatVector rest, FloatVector shifted) {
        var n = shifted.reinterpretAsInts().sub(ROUND_BITS);
        return halfScaled(rest, n, n.lanewise(ASHR, 1));
    }

    private static FloatVector halfScaled(FloatVector rest, IntVector n, IntVector half) {
        return scaled(rest, powerOf2(half)).mul(powerOf2(n.sub(half)));
    }

    private static FloatVector scaled(FloatVector rest, FloatVector scale) {
        return rest.fma(scale, scale);
    }

    static FloatVector log(FloatVector x) {
        var subnormal = x.compare(LT, Float.MIN_NORMAL);
        var bits = x.blend(x.mul(0x1p23f), subnormal).reinterpretAsInts();
        return logAtEnds(x, logOfBits(bits, x));
    }

    private static FloatVector logOfBits(IntVector bits, FloatVector x) {
        var exponent = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 23);
        return logOfParts(fraction(bits, exponent), wholeExponent(exponent, x));
    }

    /** log x for x from 1 on, NaN where x is NaN. */
    static FloatVector logFromOne(FloatVector x) {
        return logOfNormal(x.reinterpretAsInts()).add(x.sub(x));
    }

    private static FloatVector logOfNormal(IntVector bits) {
        var exponent = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 23);
        return logOfParts(fraction(bits, exponent), normalExponent(exponent));
    }

    private static FloatVector normalExponent(IntVector exponent) {
        return exponent.add(ROUND_BITS).reinterpretAsFloats().sub(ROUND);
    }

    private static FloatVector fraction(IntVector bits, IntVector exponent) {
        return bits.sub(exponent.lanewise(LSHL, 23)).reinterpretAsFloats().sub(1f);
    }

    private static FloatVector wholeExponent(IntVector exponent, FloatVector x) {
        var n = normalExponent(exponent);
        return n.blend(n.sub(23f), x.compare(LT, Float.MIN_NORMAL));
    }

    private static FloatVector logOfParts(FloatVector f, FloatVector n) {
        return n.lanewise(FMA, LN2_HIGH, f.add(logRest(f, f.mul(f), n)));
    }

    private static FloatVector logRest(FloatVector f, FloatVector square, FloatVector n) {
        var p = logPolynomial(f).mul(f.mul(square));
        return square.lanewise(FMA, -0.5f, n.lanewise(FMA, LN2_LOW, p));
    }

    private static FloatVector logPolynomial(FloatVector f) {
        return logLowest(logHigher(logHighest(f), f), f);
    }

    private static FloatVector logHighest(FloatVector f) {
        return f.lanewise(FMA, LOG_11, LOG_10).lanewise(FMA, f, LOG_9);
    }

    private static FloatVector logHigher(FloatVector p, FloatVector f) {
        return p.lanewise(FMA, f, LOG_8).lanewise(FMA, f, LOG_7).lanewise(FMA, f, LOG_6);
    }

    private static FloatVector logLowest(FloatVector p, FloatVector f) {
        return p.lanewise(FMA, f, LOG_5).lanewise(FMA, f, LOG_4).lanewise(FMA, f, LOG_3);
    }

    private static FloatVector logAtEnds(FloatVector x, FloatVector log) {
        var infinite = x.compare(LT, Float.POSITIVE_INFINITY).not();
        return logAtZero(x, log.blend(x, infinite));
    }

    private static FloatVector logAtZero(FloatVector x, FloatVector log) {
        return log.blend(Float.NaN, x.compare(LT, 0f))
                .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
    }

    static FloatVector tanh(FloatVector x) {
        var t = expMinusOne(x.abs().mul(2f));
        return withSign(t.div(t.add(2f)), x);
    }

    /** exp x - 1 for x from 0 on, at most as at {@link FloatMath#TANH_TOP}. */
    private static FloatVector expMinusOne(FloatVector x) {
        var bounded = x.blend(TANH_TOP, x.compare(GT, TANH_TOP));
        return expMinusOne(bounded, bounded.fma(LOG2_E, ROUND));
    }

    private static FloatVector expMinusOne(FloatVector x, FloatVector shifted) {
        var scale = powerOf2(shifted.reinterpretAsInts());
        return expOfRestMinusOne(x, shifted).fma(scale, scale.sub(1f));
    }

    private static FloatVector withSign(FloatVector positive, FloatVector sign) {
        var bit = sign.reinterpretAsInts().and(Integer.MIN_VALUE);
        return positive.reinterpretAsInts().or(bit).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        var one = (FloatVector) x.broadcast(1f);
        return one.div(expNear(x.neg()).add(1f));
    }

    static FloatVector expNear(FloatVector x) {
        var bounded = clamp(x, -NEAR, NEAR);
        return exp(bounded, bounded.fma(LOG2_E, ROUND));
    }

    private static FloatVector exp(FloatVector x, FloatVector shifted) {
        return scaled(expOfRestMinusOne(x, shifted), powerOf2(shifted.reinterpretAsInts()));
    }

    private static FloatVector clamp(FloatVector x, float low, float high) {
        return x.blend(high, x.compare(GT, high)).blend(low, x.compare(LT, low));
    }

    /** exp(r) - 1 where r = x - n log 2; n stands in the lowest bits of shifted. */
    private static FloatVector expOfRestMinusOne(FloatVector x, FloatVector shifted) {
        var r = rest(x, shifted.sub(ROUND));
        return expPolynomial(r).fma(r.mul(r), r);
    }

    private static FloatVector rest(FloatVector x, FloatVector n) {
        return n.lanewise(FMA, -LN2_LOW, n.lanewise(FMA, -LN2_HIGH, x));
    }

    private static FloatVector expPolynomial(FloatVector r) {
        return expHighest(r).lanewise(FMA, r, EXP_3).lanewise(FMA, r, EXP_2);
    }

    private static FloatVector expHighest(FloatVector r) {
        return r.lanewise(FMA, EXP_7, EXP_6).lanewise(FMA, r, EXP_5).lanewise(FMA, r, EXP_4);
    }

    /** 2^n, where n stands in the lowest bits. */
    private static FloatVector powerOf2(IntVector n) {
        return n.lanewise(LSHL, 23).add(ONE_BITS).reinterpretAsFloats();
    }

    /** max(x, 0), NaN where x is NaN. */
    static FloatVector positivePart(FloatVector x) {
        return x.blend(0f, x.compare(LE, 0f));
    }

    static FloatVector oneMinus(FloatVector x) {
        return ((FloatVector) x.broadcast(1f)).sub(x);
    }

    /** 1 - x². */
    static FloatVector oneMinusSquare(FloatVector x) {
        return x.neg().lanewise(FMA, x, 1f);
    }
}
