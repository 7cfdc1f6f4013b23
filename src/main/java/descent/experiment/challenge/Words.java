package descent.experiment.challenge;

import descent.course.material.Challenge;
import descent.course.material.Preset.Claim.Relation;
import descent.experiment.Numbers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Figures, targets and limits as people say them. */
final class Words {
    private static final Pattern OF_A_MOMENT =
            Pattern.compile("(final|best|step\\.([0-9]+))\\.(train|validation)\\.(loss|accuracy)");
    private static final Map<String, String> EXAMPLES =
            Map.of("train", "training", "validation", "validation");

    private Words() {}

    /** {@code final.validation.loss} is the final validation loss. */
    static String figure(String name) {
        var parts = OF_A_MOMENT.matcher(name);
        if (!parts.matches()) {
            return name.replace('.', ' ');
        }
        var what = EXAMPLES.get(parts.group(3)) + " " + parts.group(4);
        return parts.group(2) == null
                ? parts.group(1) + " " + what
                : what + " at step " + parts.group(2);
    }

    static String target(Challenge.Target target) {
        return "%s %s %s"
                .formatted(
                        figure(target.figure()),
                        target.relation() == Relation.BELOW ? "below" : "above",
                        target.bound().toPlainString());
    }

    /** {@code at most 60 parameters, 300 steps}; empty where there are none. */
    static String limits(Challenge challenge) {
        return challenge.limits().isEmpty()
                ? ""
                : new TreeMap<>(challenge.limits())
                        .entrySet().stream()
                                .map(limit ->
                                        limit.getValue().toPlainString() + " " + limit.getKey())
                                .collect(Collectors.joining(", ", "at most ", ""));
    }

    /** What is best. */
    static String rank(Challenge challenge) {
        return switch (challenge.rank()) {
            case PARAMETERS -> "fewest parameters";
            case STEPS -> "fewest steps";
            case FIGURE ->
                    (challenge.target().relation() == Relation.BELOW ? "lowest " : "highest ")
                            + figure(challenge.target().figure());
        };
    }

    /** A score with what it counts: 25 parameters. */
    static String scored(Challenge challenge, double score) {
        var number = Numbers.exact(score);
        return switch (challenge.rank()) {
            case PARAMETERS -> number + " parameters";
            case STEPS -> number + " steps";
            case FIGURE -> number;
        };
    }

    /** The heading of scores. */
    static String score(Challenge challenge) {
        return switch (challenge.rank()) {
            case PARAMETERS -> "Parameters";
            case STEPS -> "Steps";
            case FIGURE -> "Result";
        };
    }
}
