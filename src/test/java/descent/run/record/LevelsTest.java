package descent.run.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.spec.Json;
import org.junit.jupiter.api.Test;

class LevelsTest {
    /** As a page reads them. */
    private static double[] read(Levels levels) {
        double most = Math.pow(256, levels.bytes()) - 1;
        var numbers = new double[levels.cells().length / levels.bytes()];
        for (int i = 0; i < numbers.length; i++) {
            int level = 0;
            for (int b = 0; b < levels.bytes(); b++) {
                level = 256 * level + Byte.toUnsignedInt(levels.cells()[levels.bytes() * i + b]);
            }
            numbers[i] = levels.low() + (levels.high() - levels.low()) * level / most;
        }
        return numbers;
    }

    @Test
    void theNumbersOfClassesComeBackAsTheyWere() {
        assertArrayEquals(
                new double[] {0, 1, 9, 255},
                read(Levels.between(0, 255, 1, new float[] {0, 1, 9, 255})));
    }

    @Test
    void aProbabilityIsExactToHalfALevel() {
        float[] probabilities = {0, 0.1f, 0.5f, 0.873f, 1};
        double[] read = read(Levels.between(0, 1, 1, probabilities));
        for (int i = 0; i < read.length; i++) {
            assertEquals(probabilities[i], read[i], 0.5 / 255);
        }
    }

    @Test
    void twoBytesShowACurveWithoutSteps() {
        float[] values = {-2.5f, 0.001f, 1.2345678f, 7};
        double[] read = read(Levels.of(2, values));
        for (int i = 0; i < read.length; i++) {
            assertEquals(values[i], read[i], 0.5 * 9.5 / 65_535);
        }
    }

    @Test
    void whatIsOutsideIsHeldToTheEndsAndWhatIsNoNumberIsTheLowest() {
        float[] hinged = {-3, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        assertArrayEquals(new double[] {0, 0, 1, 0}, read(Levels.between(0, 1, 1, hinged)));
        assertArrayEquals(new double[] {4, 4}, read(Levels.of(2, new float[] {4, 4})));
        assertArrayEquals(new double[] {0}, read(Levels.of(2, new float[] {Float.NaN})));
    }

    @Test
    void theyAreSentAsBase64() {
        assertEquals(
                "{\"low\":0,\"high\":1,\"bytes\":1,\"cells\":\"AID/\"}",
                Json.of(Levels.between(0, 1, 1, new float[] {0, 0.5f, 1})));
    }
}
