package descent.engine.tensor;

import static descent.engine.tensor.Activation.GELU_CUBE;
import static descent.engine.tensor.Activation.GELU_SCALE;
import static descent.engine.tensor.Activation.GELU_SLOPE_CUBE;
import static descent.engine.tensor.Activation.LEAK;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Activation} and friends for whole vectors. A template: see {@link Lanes}. */
final class VectorElements implements Elements {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());
    private static final int L = S.length();

    @Override
    public void forward(Activation f, float[] x, int x0, float[] y, int y0, int n) {
        switch (f) {
            case IDENTITY -> System.arraycopy(x, x0, y, y0, n);
            case SIGMOID -> {
                for (int i = 0; i < n; i += L)
                    VectorMath.sigmoid(at(x, x0 + i)).intoArray(y, y0 + i);
            }
            case TANH -> {
                for (int i = 0; i < n; i += L) VectorMath.tanh(at(x, x0 + i)).intoArray(y, y0 + i);
            }
            case RELU -> {
                for (int i = 0; i < n; i += L)
                    VectorMath.positivePart(at(x, x0 + i)).intoArray(y, y0 + i);
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i += L)
                    whereNotPositive(at(x, x0 + i), at(x, x0 + i).mul(LEAK), y, y0 + i);
            }
            case ELU -> {
                for (int i = 0; i < n; i += L)
                    whereNotPositive(
                            at(x, x0 + i), VectorMath.exp(at(x, x0 + i)).sub(1f), y, y0 + i);
            }
            case GELU -> {
                for (int i = 0; i < n; i += L) gelu(at(x, x0 + i)).intoArray(y, y0 + i);
            }
            case SILU -> {
                for (int i = 0; i < n; i += L)
                    at(x, x0 + i).mul(VectorMath.sigmoid(at(x, x0 + i))).intoArray(y, y0 + i);
            }
            case SOFTPLUS -> {
                for (int i = 0; i < n; i += L) softplus(at(x, x0 + i)).intoArray(y, y0 + i);
            }
            case SOFTMAX -> throw Activation.byRow();
        }
    }

    @Override
    public void backward(
            Activation f, float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
        switch (f) {
            case IDENTITY -> {}
            case SIGMOID -> {
                for (int i = 0; i < n; i += L) {
                    var s = at(y, y0 + i);
                    at(dy, d0 + i).mul(s.mul(oneMinus(s))).intoArray(dy, d0 + i);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i += L) {
                    var t = at(y, y0 + i);
                    at(dy, d0 + i).mul(oneMinusSquare(t)).intoArray(dy, d0 + i);
                }
            }
            case RELU -> {
                for (int i = 0; i < n; i += L)
                    FloatVector.zero(S)
                            .blend(at(dy, d0 + i), at(y, y0 + i).compare(GT, 0f))
                            .intoArray(dy, d0 + i);
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i += L) {
                    var d = at(dy, d0 + i);
                    d.mul(LEAK).blend(d, at(y, y0 + i).compare(GT, 0f)).intoArray(dy, d0 + i);
                }
            }
            case ELU -> {
                for (int i = 0; i < n; i += L) {
                    var d = at(dy, d0 + i);
                    var e = at(y, y0 + i);
                    d.mul(e.add(1f)).blend(d, e.compare(GT, 0f)).intoArray(dy, d0 + i);
                }
            }
            case GELU -> {
                for (int i = 0; i < n; i += L)
                    at(dy, d0 + i).mul(geluSlope(at(x, x0 + i))).intoArray(dy, d0 + i);
            }
            case SILU -> {
                for (int i = 0; i < n; i += L) {
                    var v = at(x, x0 + i);
                    var s = VectorMath.sigmoid(v);
                    var slope = s.mul(v.lanewise(FMA, oneMinus(s), 1f));
                    at(dy, d0 + i).mul(slope).intoArray(dy, d0 + i);
                }
            }
            case SOFTPLUS -> {
                for (int i = 0; i < n; i += L)
                    at(dy, d0 + i)
                            .mul(oneMinus(VectorMath.exp(at(y, y0 + i).neg())))
                            .intoArray(dy, d0 + i);
            }
            case SOFTMAX -> throw Activation.byRow();
        }
    }

    @Override
    public void expNear(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i += L) VectorMath.expNear(at(x, i)).intoArray(y, i);
    }

    @Override
    public void log(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i += L) VectorMath.log(at(x, i)).intoArray(y, i);
    }

    private static FloatVector at(float[] array, int i) {
        return FloatVector.fromArray(S, array, i);
    }

    private static void whereNotPositive(FloatVector x, FloatVector other, float[] y, int i) {
        other.blend(x, x.compare(GT, 0f)).intoArray(y, i);
    }

    private static FloatVector oneMinus(FloatVector x) {
        return FloatVector.broadcast(S, 1f).sub(x);
    }

    private static FloatVector oneMinusSquare(FloatVector x) {
        return x.neg().lanewise(FMA, x, 1f);
    }

    private static FloatVector gelu(FloatVector x) {
        return x.mul(0.5f).mul(VectorMath.tanh(geluArgument(x)).add(1f));
    }

    private static FloatVector geluArgument(FloatVector x) {
        return x.mul(x).mul(GELU_CUBE).fma(x, x).mul(GELU_SCALE);
    }

    private static FloatVector geluSlope(FloatVector x) {
        var t = VectorMath.tanh(geluArgument(x));
        var inner = x.mul(x).lanewise(FMA, GELU_SLOPE_CUBE, 1f).mul(GELU_SCALE);
        return x.mul(0.5f).mul(oneMinusSquare(t)).fma(inner, t.add(1f).mul(0.5f));
    }

    private static FloatVector softplus(FloatVector x) {
        var tail = VectorMath.log(VectorMath.exp(x.abs().neg()).add(1f));
        return VectorMath.positivePart(x).add(tail);
    }
}
