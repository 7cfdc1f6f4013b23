package descent.course.material;

import descent.course.material.Preset.Claim.Relation;
import descent.shared.text.Prose;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An experiment with a target and a budget, whose best results are compared.
 *
 * @param lesson whose topic it is
 * @param text what is the matter
 * @param task what is asked, in a sentence or two
 * @param start the spec that is given
 * @param free the paths of what may be changed in it
 * @param limits what a run may need at most: parameters, steps
 * @param explanation shown to who has reached it
 */
public record Challenge(
        String id,
        String title,
        String lesson,
        Prose text,
        Prose task,
        Map<String, Object> start,
        List<String> free,
        Map<String, BigDecimal> limits,
        Target target,
        Rank rank,
        Said said,
        Prose explanation) {
    /** A figure of the run must lie on the right side of a bound. */
    public record Target(String figure, Relation relation, BigDecimal bound) {}

    /** What makes one result that reaches the target better than another. */
    public enum Rank {
        /** Fewer of them. */
        PARAMETERS,
        /** Fewer of them. */
        STEPS,
        /** The target's own figure, further from the bound. */
        FIGURE
    }

    /** What is said to each result. */
    public record Said(Prose reached, Prose missed, Prose over) {}

    public Challenge {
        start = Collections.unmodifiableMap(start);
        free = List.copyOf(free);
        limits = Map.copyOf(limits);
    }
}
