package descent.course.reading;

import descent.course.material.Challenge;
import descent.course.material.Challenge.Rank;
import descent.course.material.Challenge.Said;
import descent.course.material.Challenge.Target;
import descent.course.material.Index.Kind;
import descent.course.material.Preset.Claim.Relation;
import descent.course.material.Preset.Figure;
import descent.course.yaml.Fields;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.shared.text.Prose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code challenges.yaml} */
final class ChallengeReader {
    private static final List<String> LIMITS = List.of("parameters", "steps");

    private ChallengeReader() {}

    static List<Challenge> read(Fields f) {
        return f.each("challenges", ChallengeReader::challenge);
    }

    private static Challenge challenge(Fields f) {
        return new Challenge(
                f.id(Kind.CHALLENGE),
                f.text("title"),
                f.reference("lesson", Kind.LESSON),
                f.prose("text"),
                f.prose("task"),
                start(f),
                free(f),
                f.nestedIfAny("limits", ChallengeReader::limits).orElse(Map.of()),
                f.nested("target", ChallengeReader::target)
                        .orElseGet(() -> new Target("", Relation.BELOW, BigDecimal.ZERO)),
                f.choice("rank", Rank.class),
                f.nested("feedback", ChallengeReader::said)
                        .orElseGet(() -> new Said(Prose.of(""), Prose.of(""), Prose.of(""))),
                f.prose("explanation"));
    }

    private static Map<String, Object> start(Fields f) {
        var start = f.mapping("start").plain();
        try {
            ExperimentSpec.read(start);
        } catch (SpecException e) {
            f.breaking(f.lineOf("start"), "spec", String.valueOf(e.getMessage()));
        }
        return start;
    }

    private static List<String> free(Fields f) {
        var free = f.textList("free");
        if (free.isEmpty()) {
            f.breaking(f.line(), "free", "at least one field of the spec may be changed");
        }
        return free;
    }

    private static Map<String, BigDecimal> limits(Fields f) {
        var limits = new TreeMap<String, BigDecimal>();
        for (var limit : LIMITS) {
            if (f.has(limit)) {
                limits.put(limit, BigDecimal.valueOf(f.whole(limit, 1)));
            }
        }
        return limits;
    }

    /** {@code {figure: final.validation.loss, below: 0.15}}, or above. */
    private static Target target(Fields f) {
        boolean below = f.has("below");
        if (below == f.has("above")) {
            f.breaking(f.line(), "target", "a target says either \"below\" or \"above\"");
        }
        var figure = f.text("figure");
        if (!new Figure("", figure).isKnown()) {
            f.breaking(f.lineOf("figure"), "target", "there is no figure \"%s\"".formatted(figure));
        }
        return new Target(
                figure,
                below ? Relation.BELOW : Relation.ABOVE,
                BigDecimal.valueOf(f.number(below ? "below" : "above", 0)));
    }

    private static Said said(Fields f) {
        return new Said(f.prose("reached"), f.prose("missed"), f.prose("over"));
    }
}
