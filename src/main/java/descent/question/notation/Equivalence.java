package descent.question.notation;

import descent.question.chance.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether two formulas mean the same: they are evaluated at points of chance within the variables'
 * ranges, and must agree wherever the reference is defined. What agrees at {@value #POINTS} points
 * drawn from continua to six digits is the same formula for every purpose but a malicious one.
 */
public final class Equivalence {
    static final int POINTS = 24;
    private static final int MOST_TRIES = 20 * POINTS;
    private static final double RELATIVE = 1e-6;
    private static final double OF_LARGEST = 1e-10;

    /** How a formula compares with the reference. */
    public enum Result {
        EQUAL,
        DIFFERENT,
        /** It has no value at any point where the reference has one. */
        NOWHERE_DEFINED
    }

    private final List<Map<String, Double>> points = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();
    private final double largest;

    /**
     * @param ranges of the variables; a reference that is undefined on parts of them is compared on
     *     the rest
     * @param seed of the points
     * @throws IllegalArgumentException when the reference is defined almost nowhere
     */
    public Equivalence(Expression reference, Map<String, Interval> ranges, long seed) {
        var chance = new Chance(seed);
        var sorted = new TreeMap<>(ranges);
        double most = 0;
        for (int tries = 0; tries < MOST_TRIES && points.size() < POINTS; tries++) {
            var point = new HashMap<String, Double>();
            for (var range : sorted.entrySet()) {
                var ends = range.getValue();
                point.put(
                        range.getKey(),
                        chance.real(ends.low().doubleValue(), ends.high().doubleValue()));
            }
            double value = reference.at(point);
            if (Double.isFinite(value)) {
                points.add(point);
                expected.add(value);
                most = Math.max(most, Math.abs(value));
            }
        }
        if (points.size() < POINTS) {
            throw new IllegalArgumentException(
                    reference.text() + " has no value in most of the variables' ranges");
        }
        largest = most;
    }

    public Result compare(Expression typed) {
        boolean defined = false;
        boolean equal = true;
        for (int i = 0; i < points.size(); i++) {
            double value = typed.at(points.get(i));
            defined |= Double.isFinite(value);
            equal &= near(value, expected.get(i));
        }
        if (!defined) {
            return Result.NOWHERE_DEFINED;
        }
        return equal ? Result.EQUAL : Result.DIFFERENT;
    }

    private boolean near(double value, double reference) {
        return Double.isFinite(value)
                && Math.abs(value - reference)
                        <= RELATIVE * Math.max(Math.abs(value), Math.abs(reference))
                                + OF_LARGEST * largest;
    }
}
