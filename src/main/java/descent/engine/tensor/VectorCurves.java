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

/**
 * {@link Activation} for whole vectors, each function a template: see {@link Lanes}. Apart from
 * each other, so that each loop is compiled for itself, whatever else is in use.
 */
final class VectorCurves {
    private VectorCurves() {}

    static Curve of(Activation f, int lanes) {
        return Lanes.define(
                switch (f) {
                    case IDENTITY -> Identity.class;
                    case SIGMOID -> Sigmoid.class;
                    case TANH -> Tanh.class;
                    case RELU -> Relu.class;
                    case LEAKY_RELU -> LeakyRelu.class;
                    case ELU -> Elu.class;
                    case GELU -> Gelu.class;
                    case SILU -> Silu.class;
                    case SOFTPLUS -> Softplus.class;
                    case SOFTMAX -> throw Activation.byRow();
                },
                lanes);
    }

    static final class Identity implements Curve {
        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            System.arraycopy(x, x0, y, y0, n);
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {}
    }

    static final class Sigmoid implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                VectorMath.sigmoid(v).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, y, y0 + i);
                d.mul(v.mul(VectorMath.oneMinus(v))).intoArray(dy, d0 + i);
            }
        }
    }

    static final class Tanh implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                VectorMath.tanh(v).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, y, y0 + i);
                d.mul(VectorMath.oneMinusSquare(v)).intoArray(dy, d0 + i);
            }
        }
    }

    static final class Relu implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                VectorMath.positivePart(v).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, y, y0 + i);
                FloatVector.zero(S).blend(d, v.compare(GT, 0f)).intoArray(dy, d0 + i);
            }
        }
    }

    static final class LeakyRelu implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                v.mul(LEAK).blend(v, v.compare(GT, 0f)).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, y, y0 + i);
                d.mul(LEAK).blend(d, v.compare(GT, 0f)).intoArray(dy, d0 + i);
            }
        }
    }

    static final class Elu implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                VectorMath.exp(v).sub(1f).blend(v, v.compare(GT, 0f)).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, y, y0 + i);
                d.mul(v.add(1f)).blend(d, v.compare(GT, 0f)).intoArray(dy, d0 + i);
            }
        }
    }

    static final class Gelu implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                v.mul(0.5f).mul(VectorMath.tanh(argument(v)).add(1f)).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, x, x0 + i);
                d.mul(slope(v)).intoArray(dy, d0 + i);
            }
        }

        private static FloatVector argument(FloatVector x) {
            return x.mul(x).mul(GELU_CUBE).fma(x, x).mul(GELU_SCALE);
        }

        private static FloatVector slope(FloatVector x) {
            return slope(x, VectorMath.tanh(argument(x)));
        }

        private static FloatVector slope(FloatVector x, FloatVector t) {
            var steep = x.mul(0.5f).mul(VectorMath.oneMinusSquare(t));
            return steep.fma(argumentSlope(x), t.add(1f).mul(0.5f));
        }

        private static FloatVector argumentSlope(FloatVector x) {
            return x.mul(x).lanewise(FMA, GELU_SLOPE_CUBE, 1f).mul(GELU_SCALE);
        }
    }

    static final class Silu implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                v.mul(VectorMath.sigmoid(v)).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, x, x0 + i);
                d.mul(slope(v, VectorMath.sigmoid(v))).intoArray(dy, d0 + i);
            }
        }

        private static FloatVector slope(FloatVector x, FloatVector s) {
            return s.mul(x.lanewise(FMA, VectorMath.oneMinus(s), 1f));
        }
    }

    static final class Softplus implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var v = FloatVector.fromArray(S, x, x0 + i);
                VectorMath.positivePart(v).add(tail(v)).intoArray(y, y0 + i);
            }
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            for (int i = 0; i < n; i += S.length()) {
                var d = FloatVector.fromArray(S, dy, d0 + i);
                var v = FloatVector.fromArray(S, y, y0 + i);
                d.mul(VectorMath.oneMinus(VectorMath.exp(v.neg()))).intoArray(dy, d0 + i);
            }
        }

        private static FloatVector tail(FloatVector x) {
            return VectorMath.log(VectorMath.exp(x.abs().neg()).add(1f));
        }
    }

    /** log x for x from 1 on, of which softmax is made. */
    static final class Log implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length())
                VectorMath.logFromOne(FloatVector.fromArray(S, x, x0 + i)).intoArray(y, y0 + i);
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            throw Activation.byRow();
        }
    }

    /** exp x for x at most 0, of which softmax is made: {@link FloatMath#expNear}. */
    static final class Exp implements Curve {
        private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

        @Override
        public void forward(float[] x, int x0, float[] y, int y0, int n) {
            for (int i = 0; i < n; i += S.length())
                VectorMath.expNear(FloatVector.fromArray(S, x, x0 + i)).intoArray(y, y0 + i);
        }

        @Override
        public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
            throw Activation.byRow();
        }
    }
}
