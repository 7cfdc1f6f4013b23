package descent.lesson.margin;

import jakarta.persistence.Embeddable;

/**
 * Words of a section, found again by themselves and by what stands around them, as in the Web
 * Annotation Data Model's TextQuoteSelector. Places counted in letters would not outlive a new
 * revision of the text.
 *
 * @param quote the words; empty: the section as a whole
 * @param before the end of what stands before them, possibly nothing
 * @param after the beginning of what stands after them, possibly nothing
 */
@Embeddable
public record Passage(String quote, String before, String after) {
    static final Passage WHOLE = new Passage("", "", "");

    private static final int MOST_QUOTED = 1_000;
    private static final int AROUND = 40;

    /** As it was sent; of a longer one its beginning. */
    static Passage sent(String quote, String before, String after) {
        var words = begin(quote.strip(), MOST_QUOTED);
        return words.isEmpty()
                ? WHOLE
                : new Passage(
                        words,
                        before.substring(Math.max(0, before.length() - AROUND)),
                        begin(after, AROUND));
    }

    private static String begin(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    public boolean isWhole() {
        return quote.isEmpty();
    }
}
