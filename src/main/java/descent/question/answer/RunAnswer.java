package descent.question.answer;

import descent.engine.spec.ExperimentSpec;
import descent.engine.training.RunRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration whose run reaches a target.
 *
 * @param figure of the run, by its name: {@code final.train.loss}
 * @param bound that it must be on the right side of
 * @param limits what the configuration may need at most, by name: {@code steps}, {@code parameters}
 * @param reached feedback, Markdown, as are the others
 * @param over said when a limit is exceeded: nothing is run then
 */
public record RunAnswer(
        String figure,
        Side side,
        BigDecimal bound,
        Map<String, BigDecimal> limits,
        String reached,
        String missed,
        String over)
        implements Answer {
    /** On which side of the bound the target is. */
    public enum Side {
        BELOW,
        ABOVE
    }

    /** What can be limited. */
    public static final List<String> LIMITS = List.of("steps", "parameters");

    public RunAnswer {
        limits = Map.copyOf(limits);
        for (var limit : limits.keySet()) {
            if (!LIMITS.contains(limit)) {
                throw new IllegalArgumentException(
                        "limits: %s is none; there are %s"
                                .formatted(limit, String.join(", ", LIMITS)));
            }
        }
    }

    /** A run decides. */
    @Override
    public Verdict judge(List<String> given) {
        return Verdict.worthless(State.NEEDS_GRADING);
    }

    /** What can be said before the run; empty when it is to be run. */
    public Optional<Verdict> before(ExperimentSpec spec) {
        boolean within =
                isWithin("steps", spec.steps()) && isWithin("parameters", spec.cost().parameters());
        return within ? Optional.empty() : Optional.of(Verdict.of(Fraction.ZERO, over));
    }

    private boolean isWithin(String name, long needed) {
        return !(limits.get(name) instanceof BigDecimal most)
                || BigDecimal.valueOf(needed).compareTo(most) <= 0;
    }

    /** A figure that the run does not have, as when it diverged, misses the target. */
    public Verdict after(RunRecord run) {
        double is = run.figure(figure).orElse(Double.NaN);
        double limit = bound.doubleValue();
        boolean there = Double.isFinite(is) && (side == Side.BELOW ? is < limit : is > limit);
        return there ? Verdict.of(Fraction.ONE, reached) : Verdict.of(Fraction.ZERO, missed);
    }

    /** For a run that came to no end within its time. */
    public Verdict withoutRun() {
        return Verdict.of(Fraction.ZERO, missed);
    }

    /** Nobody knows one: whoever finds it has it run. */
    @Override
    public List<String> model() {
        return List.of();
    }
}
