package descent.course.material;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a learner may see of an attempt at a test, and when. */
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

    private static final Set<Part> OWN = EnumSet.of(Part.ATTEMPT);
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    /** All, as soon as the attempt has ended. */
    public static final ReviewPolicy AT_ONCE = from(Phase.RIGHT_AFTER);

    /** One's own answers, and the rest when the test has closed. */
    public static final ReviewPolicy WHEN_CLOSED = from(Phase.AFTER_CLOSING);

    /** Of an attempt whose test is gone: the points, and nothing of the key. */
    public static final ReviewPolicy MARKS_ONLY = marksOnly();

    public ReviewPolicy {
        var copy = new EnumMap<Phase, Set<Part>>(Phase.class);
        for (var phase : Phase.values()) {
            copy.put(phase, Set.copyOf(shown.getOrDefault(phase, Set.of())));
        }
        if (!OWN.containsAll(copy.getOrDefault(Phase.DURING, Set.of()))) {
            throw new IllegalArgumentException("during a test nothing of its key is shown");
        }
        shown = Map.copyOf(copy);
    }

    private static ReviewPolicy from(Phase first) {
        var shown = new EnumMap<Phase, Set<Part>>(Phase.class);
        Arrays.stream(Phase.values())
                .forEach(phase -> shown.put(phase, phase.compareTo(first) < 0 ? OWN : ALL));
        return new ReviewPolicy(shown);
    }

    private static ReviewPolicy marksOnly() {
        var shown = new EnumMap<Phase, Set<Part>>(Phase.class);
        for (var phase : Phase.values()) {
            shown.put(
                    phase,
                    phase == Phase.DURING
                            ? OWN
                            : EnumSet.of(Part.ATTEMPT, Part.MARKS, Part.OVERALL));
        }
        return new ReviewPolicy(shown);
    }

    public Set<Part> in(Phase phase) {
        return shown.getOrDefault(phase, Set.of());
    }
}
