package descent.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.autodiff.Graph;
import descent.engine.optimizer.Adam;
import descent.engine.optimizer.Momentum;
import descent.engine.optimizer.Sgd;
import descent.engine.path.LossSurface.Position;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerPathTest {
    @ParameterizedTest
    @EnumSource
    void slopesAreThoseOfTheFormula(LossSurface surface) {
        var window = surface.window();
        for (double share = 0.05; share < 1; share += 0.13) {
            double x = window.left() + share * window.width();
            double y = window.top() - share * share * window.height();
            var forward = Graph.of("L = " + surface.formula(), Map.of("x", x, "y", y)).forward();
            assertClose(forward.value("L"), surface.value(x, y));
            assertClose(forward.backward().gradient("x"), surface.slopeByX(x, y));
            assertClose(forward.backward().gradient("y"), surface.slopeByY(x, y));
        }
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)));
    }

    @ParameterizedTest
    @EnumSource
    void minimaAreMinimaTheDeepestFirst(LossSurface surface) {
        double deepest =
                surface.value(surface.minima().getFirst().x(), surface.minima().getFirst().y());
        for (var minimum : surface.minima()) {
            assertEquals(0, surface.slopeByX(minimum.x(), minimum.y()), 1e-12);
            assertEquals(0, surface.slopeByY(minimum.x(), minimum.y()), 1e-12);
            double value = surface.value(minimum.x(), minimum.y());
            assertTrue(value >= deepest);
            for (int i = 0; i < 8; i++) {
                double x = minimum.x() + 0.01 * StrictMath.cos(i * StrictMath.PI / 4);
                double y = minimum.y() + 0.01 * StrictMath.sin(i * StrictMath.PI / 4);
                assertTrue(surface.value(x, y) > value);
            }
        }
    }

    @Test
    void momentumsFirstTwoStepsByHand() {
        var path =
                OptimizerPath.of(new Momentum(0.5, 0.5), LossSurface.BOWL, new Position(2, -1), 2);
        var points = path.points();
        // v = g = (2, -1); then v = 0.5 (2, -1) + (1, -0.5) = (2, -1) again.
        assertEquals(new OptimizerPath.Pair(1, -0.5f), points.get(1).at());
        assertEquals(new OptimizerPath.Pair(2, -1), points.get(2).state().getFirst().values());
        assertEquals(new OptimizerPath.Pair(0, 0), points.get(2).at());
        assertEquals(0.625, points.get(1).loss());
    }

    @Test
    void pathThatDivergesEndsThere() {
        var path =
                OptimizerPath.of(new Sgd(0.5), LossSurface.RAVINE, LossSurface.RAVINE.start(), 500);
        assertTrue(path.diverged());
        assertTrue(path.points().size() < 20, "ended after " + path.points().size());
        assertTrue(path.points().getLast().loss() > 1e9);
        assertTrue(path.arrival(LossSurface.RAVINE).isEmpty());
    }

    /** One step at the edge of stability for y; and so far that the loss is no number at all. */
    @Test
    void pathEndsEvenWhereTheLossIsNoNumber() {
        var path =
                OptimizerPath.of(new Sgd(100), LossSurface.BEALE, LossSurface.BEALE.start(), 500);
        assertTrue(path.diverged());
        assertTrue(path.points().size() < 10);
    }

    @Test
    void arrivalIsWhereItStays() {
        var surface = LossSurface.TWO_MINIMA;
        var plain = OptimizerPath.of(new Sgd(0.05), surface, surface.start(), 100);
        assertFalse(plain.diverged());
        assertEquals(surface.minima().getLast(), plain.arrival(surface).orElseThrow().minimum());
        var momentum = OptimizerPath.of(new Momentum(0.02, 0.9), surface, surface.start(), 100);
        var arrival = momentum.arrival(surface).orElseThrow();
        assertEquals(surface.minima().getFirst(), arrival.minimum(), "it rolls over the ridge");
        assertFalse(
                OptimizerPath.of(
                                new Momentum(0.02, 0.9),
                                surface,
                                surface.start(),
                                arrival.step() - 1)
                        .arrival(surface)
                        .isPresent());
    }

    @Test
    void adamsFirstStepIsAsLongAsItsRate() {
        var surface = LossSurface.ROSENBROCK;
        var path = OptimizerPath.of(new Adam(0.25, 0.9, 0.999, 0), surface, surface.start(), 1);
        var from = path.points().getFirst().at();
        var to = path.points().getLast().at();
        assertEquals(0.25, Math.abs(to.x() - from.x()), 1e-6);
        assertEquals(0.25, Math.abs(to.y() - from.y()), 1e-6);
    }
}
