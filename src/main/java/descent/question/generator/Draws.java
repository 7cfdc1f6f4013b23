package descent.question.generator;

import descent.question.chance.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers and names of one variant. Each has a stream of chance of its own name, so that a new
 * parameter does not change what is drawn for the others.
 */
public final class Draws {
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<String, Bound> bounds;
    private final Chance chance;

    Draws(List<Parameter> parameters, Map<String, Bound> bounds, Chance chance) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        this.bounds = bounds;
        this.chance = chance;
    }

    double number(String name) {
        if (parameter(name) instanceof Parameter.Number number
                && bound(number) instanceof Bound.Numbers numbers) {
            return number.draw(numbers, chance.of(name)).doubleValue();
        }
        throw new IllegalArgumentException(name + " is no number");
    }

    int whole(String name) {
        return (int) number(name);
    }

    String name(String name) {
        if (bound(parameter(name)) instanceof Bound.Names names) {
            return chance.of(name).oneOf(names.names());
        }
        throw new IllegalArgumentException(name + " is no name");
    }

    boolean is(String name, String value) {
        return name(name).equals(value);
    }

    /** Chance for what no author bounds. */
    Chance chance(String purpose) {
        return chance.of(purpose);
    }

    /**
     * Numbers of {@code low … high} in steps of {@code 1 / parts}, none of them 0.
     *
     * @param low in steps, as is {@code high}
     */
    double[] parts(String purpose, int count, int low, int high, int parts) {
        var stream = chance(purpose);
        var drawn = new double[count];
        for (int i = 0; i < count; i++) {
            long steps;
            do {
                steps = stream.whole(low, high);
            } while (steps == 0);
            drawn[i] = (double) steps / parts;
        }
        return drawn;
    }

    /** One number of {@code low … high} tenths, not 0. */
    double tenths(String purpose, int low, int high) {
        return parts(purpose, 1, low, high, 10)[0];
    }

    private Parameter parameter(String name) {
        if (parameters.get(name) instanceof Parameter parameter) {
            return parameter;
        }
        throw new IllegalArgumentException("no parameter " + name);
    }

    private Bound bound(Parameter parameter) {
        return bounds.getOrDefault(parameter.name(), parameter.usual());
    }
}
