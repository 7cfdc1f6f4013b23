package descent.lesson.margin;

import java.util.Optional;

/** A note as it was sent. */
public record TypedNote(String section, Passage passage, String text) {
    static final int MOST_WRITTEN = 5_000;

    static TypedNote of(String section, Passage passage, String text) {
        return new TypedNote(section, passage, text.strip().replace("\r\n", "\n"));
    }

    /** Why it cannot be kept; empty when it can. */
    Optional<String> error() {
        if (text.isEmpty() && passage.isWhole()) {
            return Optional.of("Write a note, or say which words of the text you want to mark.");
        }
        if (text.length() > MOST_WRITTEN) {
            return Optional.of(
                    "A note has at most %d characters, this one has %d."
                            .formatted(MOST_WRITTEN, text.length()));
        }
        return text.indexOf('\0') < 0 && passage.toString().indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of("The character with the number 0 cannot be kept.");
    }
}
