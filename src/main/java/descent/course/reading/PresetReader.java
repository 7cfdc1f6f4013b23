package descent.course.reading;

import descent.course.material.Index.Kind;
import descent.course.material.Preset;
import descent.course.material.Preset.Claim;
import descent.course.material.Preset.Claim.Bound;
import descent.course.material.Preset.Claim.Relation;
import descent.course.material.Preset.Figure;
import descent.course.material.Preset.Prediction;
import descent.course.material.Preset.Run;
import descent.course.yaml.Fields;
import descent.course.yaml.YamlNode.Scalar;
import descent.shared.text.Prose;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code experiments.yaml} */
final class PresetReader {
    private static final int MOST_RUNS = 6;

    private PresetReader() {}

    static List<Preset> read(Fields f) {
        return f.each("presets", PresetReader::preset);
    }

    private static Preset preset(Fields f) {
        var common = f.has("common") ? f.mapping("common").plain() : Map.<String, Object>of();
        var preset =
                new Preset(
                        f.id(Kind.PRESET),
                        f.text("title"),
                        f.prose("claim"),
                        f.reference("section", Kind.SECTION),
                        f.nested("predict", PresetReader::prediction)
                                .orElseGet(() -> new Prediction(Prose.of(""), List.of())),
                        f.each("runs", run -> run(run, common)),
                        f.eachIfAny("claims", PresetReader::claim),
                        f.prose("answer"),
                        f.prose("explain"));
        checkRuns(f, preset);
        return preset;
    }

    private static Prediction prediction(Fields f) {
        var prediction =
                new Prediction(
                        f.prose("ask"),
                        f.each(
                                "options",
                                option ->
                                        new Prediction.Option(
                                                option.id("id"),
                                                option.prose("text"),
                                                option.flag("right"),
                                                option.prose("feedback"))));
        if (prediction.options().stream().noneMatch(Prediction.Option::right)) {
            f.breaking(f.lineOf("options"), "prediction", "none of the options is right");
        }
        return prediction;
    }

    private static Run run(Fields f, Map<String, Object> common) {
        var own = f.has("spec") ? f.mapping("spec").plain() : Map.<String, Object>of();
        return new Run(f.id("name"), f.text("label"), merged(common, own));
    }

    /** Maps are merged field by field, at every depth; anything else is replaced. */
    private static Map<String, Object> merged(Map<?, ?> common, Map<?, ?> own) {
        var merged = new LinkedHashMap<String, Object>();
        common.forEach((name, value) -> merged.put(String.valueOf(name), value));
        own.forEach((name, value) ->
                merged.merge(
                        String.valueOf(name),
                        value,
                        (shared, over) ->
                                shared instanceof Map<?, ?> a && over instanceof Map<?, ?> b
                                        ? merged(a, b)
                                        : over));
        return merged;
    }

    /** {@code {figure: a/final.train.loss, below: 0.2}}, or below another figure. */
    private static Claim claim(Fields f) {
        boolean below = f.has("below");
        if (below == f.has("above")) {
            f.breaking(f.line(), "claim", "a claim says either \"below\" or \"above\"");
        }
        var relation = below ? "below" : "above";
        var bound =
                f.node(relation).orElse(null) instanceof Scalar scalar
                                && scalar.plain() instanceof Number number
                        ? new Bound.Number(number.doubleValue())
                        : new Bound.OtherFigure(figure(f, relation));
        return new Claim(figure(f, "figure"), below ? Relation.BELOW : Relation.ABOVE, bound);
    }

    private static Figure figure(Fields f, String name) {
        var written = f.text(name);
        return Figure.parse(written)
                .orElseGet(() -> {
                    if (!written.isEmpty()) {
                        f.breaking(
                                f.lineOf(name),
                                "claim",
                                "\"%s\" is no figure of a run: write run/figure"
                                        .formatted(written));
                    }
                    return new Figure("", "");
                });
    }

    private static void checkRuns(Fields f, Preset preset) {
        int line = f.lineOf("runs");
        if (preset.runs().isEmpty() || preset.runs().size() > MOST_RUNS) {
            f.breaking(line, "runs", "a preset has 1 to %d runs".formatted(MOST_RUNS));
        }
        var names = new HashSet<String>();
        for (var run : preset.runs()) {
            if (!names.add(run.name())) {
                f.breaking(line, "runs", "two runs are called \"%s\"".formatted(run.name()));
            }
        }
        for (var claim : preset.claims()) {
            checkFigure(f, preset, claim.figure());
            if (claim.bound() instanceof Bound.OtherFigure(var other)) {
                checkFigure(f, preset, other);
            }
        }
    }

    private static void checkFigure(Fields f, Preset preset, Figure figure) {
        int line = f.lineOf("claims");
        if (!preset.hasRun(figure.run())) {
            f.breaking(line, "claim", "there is no run \"%s\"".formatted(figure.run()));
        } else if (!figure.isKnown()) {
            f.breaking(line, "claim", "there is no figure \"%s\"".formatted(figure.name()));
        }
    }
}
