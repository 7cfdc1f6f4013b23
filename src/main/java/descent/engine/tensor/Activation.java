package descent.engine.tensor;

import descent.engine.Named;

/**
 * A function applied to each element, and how a gradient passes back through it.
 *
 * <p>{@link #backward} gets the gradient dy by the output, and gives the one by the input: dy times
 * f'(x). Where f' is a function of y = f(x) alone, only y is kept ({@link #needsInput}).
 */
public enum Activation implements Named {
    /** f(x) = x. */
    IDENTITY,
    /** f(x) = 1 / (1 + exp(-x)), f' = y (1 - y), at most 1/4. */
    SIGMOID,
    /** f(x) = tanh x, f' = 1 - y², at most 1. */
    TANH,
    /** f(x) = max(x, 0), f' = 1 for x &gt; 0, else 0 (so f'(0) = 0, as PyTorch has it). */
    RELU,
    /** f(x) = x for x &gt; 0, else {@value #LEAK} x (PyTorch's default slope). */
    LEAKY_RELU,
    /** f(x) = x for x &gt; 0, else exp(x) - 1 (Clevert et al. 2016 with alpha = 1). */
    ELU,
    /**
     * f(x) = x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x³))): the approximation of Hendrycks and
     * Gimpel (2016), PyTorch's {@code approximate='tanh'}.
     */
    GELU,
    /** f(x) = x sigmoid(x), f' = s (1 + x (1 - s)) with s = sigmoid(x). Also called swish. */
    SILU,
    /** f(x) = log(1 + exp x), f' = sigmoid(x) = 1 - exp(-y). */
    SOFTPLUS,
    /** exp(x) / sum of exp over a row: not by element, only at a network's output. */
    SOFTMAX;

    static final float LEAK = 0.01f;
    static final float GELU_SCALE = 0.7978845608f; // sqrt(2 / pi)
    static final float GELU_CUBE = 0.044715f;
    static final float GELU_SLOPE_CUBE = 3 * GELU_CUBE;

    /** Whether the derivative needs x, not only y. */
    public boolean needsInput() {
        return this == GELU || this == SILU;
    }

    /** Zero for half of its inputs or nearly so: wants He's initial weights. */
    public boolean rectifies() {
        return switch (this) {
            case RELU, LEAKY_RELU, ELU, GELU, SILU, SOFTPLUS -> true;
            case IDENTITY, SIGMOID, TANH, SOFTMAX -> false;
        };
    }

    /** f(x). */
    public float forward(float x) {
        return switch (this) {
            case IDENTITY -> x;
            case SIGMOID -> FloatMath.sigmoid(x);
            case TANH -> FloatMath.tanh(x);
            case RELU -> x <= 0 ? 0 : x;
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case ELU -> x > 0 ? x : FloatMath.exp(x) - 1;
            case GELU -> 0.5f * x * (1 + FloatMath.tanh(geluArgument(x)));
            case SILU -> x * FloatMath.sigmoid(x);
            case SOFTPLUS -> (x <= 0 ? 0 : x) + FloatMath.log(1 + FloatMath.exp(-Math.abs(x)));
            case SOFTMAX -> throw byRow();
        };
    }

    /** dy · f'(x), where y = f(x). */
    public float backward(float dy, float x, float y) {
        return switch (this) {
            case IDENTITY -> dy;
            case SIGMOID -> dy * (y * (1 - y));
            case TANH -> dy * Math.fma(-y, y, 1);
            case RELU -> y > 0 ? dy : 0;
            case LEAKY_RELU -> y > 0 ? dy : LEAK * dy;
            case ELU -> y > 0 ? dy : dy * (y + 1);
            case GELU -> dy * geluSlope(x);
            case SILU -> {
                float s = FloatMath.sigmoid(x);
                yield dy * (s * Math.fma(x, 1 - s, 1));
            }
            case SOFTPLUS -> dy * (1 - FloatMath.exp(-y));
            case SOFTMAX -> throw byRow();
        };
    }

    private static float geluArgument(float x) {
        return GELU_SCALE * Math.fma(GELU_CUBE * (x * x), x, x);
    }

    private static float geluSlope(float x) {
        float t = FloatMath.tanh(geluArgument(x));
        float inner = GELU_SCALE * Math.fma(GELU_SLOPE_CUBE, x * x, 1);
        return Math.fma(0.5f * x * Math.fma(-t, t, 1), inner, 0.5f * (1 + t));
    }

    static UnsupportedOperationException byRow() {
        return new UnsupportedOperationException("softmax goes by row, not by element");
    }
}
