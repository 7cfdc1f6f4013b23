package descent.flashcard.deck;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which card of a course: a note, and the side of it that is asked.
 *
 * @param note "lesson.card-direction", "term.gradient", or "own." and a number
 * @param side "front", "back", or of a cloze note the gap: "c1"
 */
public record CardKey(String note, String side) {
    private static final Pattern TEXT =
            Pattern.compile(
                    "((?:lesson|term|own)\\.[A-Za-z0-9_-]{1,100})\\.(front|back|c\\d{1,3})");

    /** As it stands in forms and addresses; empty when it is no key at all. */
    public static Optional<CardKey> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new CardKey(match.group(1), match.group(2)))
                : Optional.empty();
    }

    public boolean isFront() {
        return side.equals(Note.FRONT);
    }

    @Override
    public String toString() {
        return note + "." + side;
    }
}
