package descent.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The errors that the functions state, measured against StrictMath in double. */
class FloatMathTest {
    private interface Function {
        float of(float x);
    }

    private static void assertWithin(
            double ulps, Function f, DoubleUnaryOperator exact, double from, double to) {
        var random = RandomStream.of(3, RandomStream.Purpose.DATA);
        double worst = 0;
        float at = 0;
        for (int i = 0; i < 300_000; i++) {
            float x = (float) random.uniform(from, to);
            double truth = exact.applyAsDouble(x);
            double error = Math.abs(f.of(x) - truth) / Math.ulp((float) truth);
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        assertTrue(worst <= ulps, worst + " ulp at " + at);
    }

    @Test
    void expIsWithinOneUlp() {
        assertWithin(1, FloatMath::exp, StrictMath::exp, -87, 88.7);
        assertWithin(1, FloatMath::exp, StrictMath::exp, -1, 1);
    }

    @Test
    void expAtItsEnds() {
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(88.8f));
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(Float.POSITIVE_INFINITY));
        assertEquals(0, FloatMath.exp(-104f));
        assertEquals(0, FloatMath.exp(Float.NEGATIVE_INFINITY));
        assertEquals(1, FloatMath.exp(-0f));
        assertEquals((float) StrictMath.exp(-100), FloatMath.exp(-100f), Float.MIN_VALUE);
        assertTrue(Float.isNaN(FloatMath.exp(Float.NaN)));
    }

    @Test
    void logIsWithinOneUlp() {
        assertWithin(1, FloatMath::log, StrictMath::log, 1e-3, 1e3);
        assertWithin(1, FloatMath::log, StrictMath::log, 0.5, 2);
        assertEquals((float) StrictMath.log(1e-40f), FloatMath.log(1e-40f), 1e-5f);
    }

    @Test
    void logAtItsEnds() {
        assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(0));
        assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(-0f));
        assertEquals(0, FloatMath.log(1));
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.log(Float.POSITIVE_INFINITY));
        assertTrue(Float.isNaN(FloatMath.log(-1)));
        assertTrue(Float.isNaN(FloatMath.log(Float.NaN)));
    }

    @Test
    void tanhIsWithinTwoAndAHalfUlpAndNeverBeyondOne() {
        assertWithin(2.5, FloatMath::tanh, StrictMath::tanh, -0.01, 0.01);
        assertWithin(2.5, FloatMath::tanh, StrictMath::tanh, -1, 1);
        assertWithin(2.5, FloatMath::tanh, StrictMath::tanh, -20, 20);
        for (float x = 5; x < 20; x += 0.001f) {
            assertTrue(FloatMath.tanh(x) <= 1);
            assertEquals(-FloatMath.tanh(x), FloatMath.tanh(-x));
        }
        assertEquals(1, FloatMath.tanh(Float.POSITIVE_INFINITY));
    }

    @Test
    void sigmoidIsWithinTwoAndAHalfUlp() {
        assertWithin(2.5, FloatMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -80, 80);
        assertWithin(2.5, FloatMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -3, 3);
    }
}
