package descent.game.rules;

import java.util.List;

/**
 * A term of the course and what it means, as plain text.
 *
 * @param also other words for it
 */
public record Word(String term, List<String> also, String meaning) {
    public Word {
        also = List.copyOf(also);
    }

    /** Its first sentence: more does not fit on a card, or before one's eyes. */
    String firstSentence() {
        int end = meaning.indexOf(". ");
        return end < 0 ? meaning : meaning.substring(0, end + 1);
    }
}
