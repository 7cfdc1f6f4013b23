package descent.course.material;

import descent.shared.text.Prose;

/**
 * A card to remember by.
 *
 * @param concept the key concept that it is about
 * @param section of its lesson, where the answer is explained
 */
public record Flashcard(
        String id, Kind kind, String concept, String section, Prose front, Prose back) {
    public enum Kind {
        BASIC,
        /** Asked both ways. */
        REVERSED,
        /** The front holds <code>{{c1::…}}</code>. */
        CLOZE
    }
}
