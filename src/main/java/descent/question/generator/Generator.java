package descent.question.generator;

import descent.question.chance.Chance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A family of questions: an author bounds its parameters, a seed draws a variant.
 *
 * @param rule makes the variant of what was drawn
 */
public record Generator(String name, List<Parameter> parameters, Function<Draws, Variant> rule) {
    public Generator {
        parameters = List.copyOf(parameters);
    }

    /**
     * The variant of a seed.
     *
     * @param bounds by the name of their parameter; one that is left out has its default
     */
    public Variant variant(Map<String, Bound> bounds, long seed) {
        return rule.apply(new Draws(parameters, bounds, new Chance(seed)));
    }
}
