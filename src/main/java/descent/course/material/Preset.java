package descent.course.material;

import descent.shared.text.Prose;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An experiment that tests a claim of the lesson: predict, run, compare, explain.
 *
 * @param claim the sentence of the lesson that it tests
 * @param claims what must be true of the figures of its runs
 * @param answer shown after the run
 * @param explanation why; shown behind the answer
 */
public record Preset(
        String id,
        String title,
        Prose claim,
        String section,
        Prediction prediction,
        List<Run> runs,
        List<Claim> claims,
        Prose answer,
        Prose explanation) {
    /** What is asked before it runs. */
    public record Prediction(Prose ask, List<Option> options) {
        public record Option(String id, Prose text, boolean right, Prose feedback) {}

        public Prediction {
            options = List.copyOf(options);
        }
    }

    /**
     * @param spec the settings shared by all runs, overridden by this run's own
     */
    public record Run(String name, String label, Map<String, Object> spec) {
        public Run {
            spec = Collections.unmodifiableMap(spec);
        }
    }

    /** {@code figure} lies above or below a number or another figure. */
    public record Claim(Figure figure, Relation relation, Bound bound) {
        public enum Relation {
            ABOVE,
            BELOW
        }

        /** What a figure is compared with. */
        public sealed interface Bound {
            record Number(double value) implements Bound {}

            record OtherFigure(Figure figure) implements Bound {}
        }

        /** Whether it is true of what was measured. */
        public boolean holds(double figure, double bound) {
            return relation == Relation.BELOW ? figure < bound : figure > bound;
        }

        @Override
        public String toString() {
            var than =
                    switch (bound) {
                        case Bound.Number(double value) -> value;
                        case Bound.OtherFigure(var other) -> other;
                    };
            return "%s %s %s".formatted(figure, relation == Relation.BELOW ? "<" : ">", than);
        }
    }

    /**
     * One figure of one run, written {@code run/final.validation.loss}; those of {@code cost.} are
     * known before it runs.
     */
    public record Figure(String run, String name) {
        private static final Pattern NAME =
                Pattern.compile(
                        "steps|epochs|parameters|test\\.(loss|accuracy)"
                                + "|cost\\.((training|recording)MultiplyAdds|updateOperations"
                                + "|(weight|gradient|state|activation|data)Bytes)"
                                + "|best\\.(train|validation)\\.(loss|accuracy)"
                                + "|(final|step\\.[0-9]+)\\.((train|validation)\\.(loss|accuracy)|penalty|gradientNorm"
                                + "|(gradientNorm|weightNorm|updateRatio|saturation|deadUnits|smallWeights)\\.[a-zA-Z0-9.-]+)");

        /** Whether runs have a figure of this name. */
        public boolean isKnown() {
            return NAME.matcher(name).matches();
        }

        public static Optional<Figure> parse(String text) {
            int slash = text.indexOf('/');
            return slash > 0 && slash < text.length() - 1
                    ? Optional.of(new Figure(text.substring(0, slash), text.substring(slash + 1)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return run + "/" + name;
        }
    }

    public Preset {
        runs = List.copyOf(runs);
        claims = List.copyOf(claims);
    }

    public boolean hasRun(String name) {
        return runs.stream().anyMatch(run -> run.name().equals(name));
    }
}
