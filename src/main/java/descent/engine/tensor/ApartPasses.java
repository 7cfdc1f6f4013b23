package descent.engine.tensor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** {@link SoftmaxPasses} that are compiled by themselves, for the reason of {@link Apart}. */
final class ApartPasses implements SoftmaxPasses {
    private static final MethodType PASS =
            MethodType.methodType(void.class, Matrix.class, float[].class, int.class);

    private final MethodHandle shift;
    private final MethodHandle divide;

    ApartPasses(SoftmaxPasses passes) {
        shift = Apart.handle(passes, "shift", PASS);
        divide = Apart.handle(passes, "divide", PASS);
    }

    @Override
    public void shift(Matrix t, float[] tops, int examples) {
        try {
            shift.invokeExact(t, tops, examples);
        } catch (Throwable e) {
            throw Apart.unchecked(e);
        }
    }

    @Override
    public void divide(Matrix t, float[] sums, int examples) {
        try {
            divide.invokeExact(t, sums, examples);
        } catch (Throwable e) {
            throw Apart.unchecked(e);
        }
    }
}
