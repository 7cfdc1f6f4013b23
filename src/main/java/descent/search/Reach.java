package descent.search;

import java.util.Map;
import java.util.Set;

/** Of which courses somebody may see what. */
record Reach(Map<Kind, Set<String>> courses) {
    /**
     * @param read whose lessons, glossaries and experiments
     * @param taken whose flashcards
     * @param written whose questions
     */
    static Reach of(Set<String> read, Set<String> taken, Set<String> written) {
        return new Reach(
                Map.of(
                        Kind.LESSON, read,
                        Kind.TERM, read,
                        Kind.PRESET, read,
                        Kind.CARD, taken,
                        Kind.QUESTION, written));
    }

    Reach of(Kind kind) {
        return new Reach(Map.of(kind, courses.getOrDefault(kind, Set.of())));
    }

    /** As pairs of course and kind: two lists of the same length. */
    String[] courseOfEach() {
        return courses.values().stream().flatMap(Set::stream).toArray(String[]::new);
    }

    String[] kindOfEach() {
        return courses.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(_ -> each.getKey().name()))
                .toArray(String[]::new);
    }
}
