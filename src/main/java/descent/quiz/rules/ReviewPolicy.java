package descent.quiz.rules;

import descent.course.material.MockTest;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a learner may see of an attempt, and when. */
public record ReviewPolicy(Map<Phase, Set<Part>> shown) {
    /** What there is to see. */
    public enum Part {
        /** What was asked and what one answered. */
        ATTEMPT,
        /** Points, of each question and in all. */
        MARKS,
        /** Whether an answer was right. */
        CORRECTNESS,
        /** What the author says to an answer. */
        FEEDBACK,
        /** The right answer and why it is right. */
        RIGHT_ANSWER,
        /** Whether the test was passed. */
        OVERALL
    }

    /** When it is asked for. */
    public enum Phase {
        DURING,
        /** In the first two minutes after the end. */
        RIGHT_AFTER,
        WHILE_OPEN,
        AFTER_CLOSING
    }

    public ReviewPolicy {
        var copy = new EnumMap<Phase, Set<Part>>(Phase.class);
        for (var phase : Phase.values()) {
            var parts = EnumSet.noneOf(Part.class);
            parts.addAll(shown.getOrDefault(phase, Set.of()));
            copy.put(phase, Set.copyOf(parts));
        }
        if (!copy.getOrDefault(Phase.DURING, Set.of()).stream().allMatch(Part.ATTEMPT::equals)) {
            throw new IllegalArgumentException("during a test nothing of its key is shown");
        }
        shown = Map.copyOf(copy);
    }

    /** As the author of a test chose in its file. */
    public static ReviewPolicy of(MockTest.Review review) {
        var all = EnumSet.allOf(Part.class);
        var own = EnumSet.of(Part.ATTEMPT);
        return new ReviewPolicy(
                switch (review) {
                    case RIGHT_AFTER ->
                            Map.of(
                                    Phase.DURING,
                                    own,
                                    Phase.RIGHT_AFTER,
                                    all,
                                    Phase.WHILE_OPEN,
                                    all,
                                    Phase.AFTER_CLOSING,
                                    all);
                    case AFTER_CLOSING ->
                            Map.of(
                                    Phase.DURING,
                                    own,
                                    Phase.RIGHT_AFTER,
                                    own,
                                    Phase.WHILE_OPEN,
                                    own,
                                    Phase.AFTER_CLOSING,
                                    all);
                });
    }

    /** Of an attempt whose test is gone: the points, and nothing of the key. */
    public static ReviewPolicy marksOnly() {
        var parts = EnumSet.of(Part.ATTEMPT, Part.MARKS, Part.OVERALL);
        return new ReviewPolicy(
                Map.of(
                        Phase.RIGHT_AFTER,
                        parts,
                        Phase.WHILE_OPEN,
                        parts,
                        Phase.AFTER_CLOSING,
                        parts));
    }

    public Set<Part> in(Phase phase) {
        return shown.getOrDefault(phase, Set.of());
    }
}
