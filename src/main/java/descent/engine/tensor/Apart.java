package descent.engine.tensor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A curve that is called through handles which are no constants, so that the JIT compiler compiles
 * its loops by themselves and never within a caller: there, among other curves, it would give up
 * keeping vectors in registers and make an object of each.
 */
final class Apart implements Curve {
    private static final MethodType FORWARD =
            MethodType.methodType(
                    void.class, float[].class, int.class, float[].class, int.class, int.class);
    private static final MethodType BACKWARD =
            MethodType.methodType(
                    void.class,
                    float[].class,
                    int.class,
                    float[].class,
                    int.class,
                    float[].class,
                    int.class,
                    int.class);

    private final MethodHandle forward;
    private final MethodHandle backward;

    Apart(Curve curve) {
        forward = handle(curve, "forward", FORWARD);
        backward = handle(curve, "backward", BACKWARD);
    }

    private static MethodHandle handle(Curve curve, String method, MethodType type) {
        try {
            return MethodHandles.lookup().bind(curve, method, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + method + " in " + curve, e);
        }
    }

    @Override
    public void forward(float[] x, int x0, float[] y, int y0, int n) {
        try {
            forward.invokeExact(x, x0, y, y0, n);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n) {
        try {
            backward.invokeExact(x, x0, y, y0, dy, d0, n);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** Curves throw nothing checked. */
    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) throw error;
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
