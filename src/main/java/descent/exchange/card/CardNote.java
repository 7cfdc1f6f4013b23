package descent.exchange.card;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What cards are made from, as it travels between programs. Nothing of anybody's schedule goes with
 * it.
 *
 * @param front Markdown; of a cloze note the text with its gaps
 * @param back Markdown; of a cloze note a remark, possibly empty
 * @param tags without white space
 * @param deck its name; "::" between levels; empty when it has none
 */
public record CardNote(Kind kind, String front, String back, List<String> tags, String deck) {
    public static final int LONGEST_SIDE = 10_000;
    public static final int MOST_TAGS = 20;
    public static final int LONGEST_TAG = 60;
    public static final int LONGEST_DECK = 100;

    private static final Pattern GAP = Pattern.compile("\\{\\{c\\d{1,3}::");

    public enum Kind {
        BASIC,
        /** Asked both ways. */
        REVERSED,
        /** Each <code>{{c1::gap}}</code> is a card. */
        CLOZE
    }

    /** Whether such sides make a note. */
    public static boolean isNote(Kind kind, String front, String back) {
        return fits(front, back) && (kind == Kind.CLOZE ? hasGap(front) : !back.isBlank());
    }

    private static boolean fits(String front, String back) {
        return !front.isBlank() && front.length() <= LONGEST_SIDE && back.length() <= LONGEST_SIDE;
    }

    public CardNote {
        tags = List.copyOf(tags);
        if (!fits(front, back)) {
            throw new IllegalArgumentException(
                    "a note's front has 1 to %d characters and its back at most as many, not %d and %d"
                            .formatted(LONGEST_SIDE, front.length(), back.length()));
        }
        if (!isNote(kind, front, back)) {
            throw new IllegalArgumentException(
                    kind == Kind.CLOZE ? "a cloze note has a gap" : "a note has a back");
        }
        if (tags.size() > MOST_TAGS || !tags.stream().allMatch(CardNote::isTag)) {
            throw new IllegalArgumentException("these are no tags of a note: " + tags);
        }
        if (deck.length() > LONGEST_DECK) {
            throw new IllegalArgumentException("a deck's name is too long: " + deck.length());
        }
    }

    /** Whether a text has a gap that is to be filled. */
    public static boolean hasGap(String text) {
        return GAP.matcher(text).find();
    }

    private static boolean isTag(String tag) {
        return !tag.isEmpty()
                && tag.length() <= LONGEST_TAG
                && tag.codePoints().noneMatch(c -> Character.isWhitespace(c) || c < ' ');
    }

    /** The tags in a text, as far as they fit. */
    public static List<String> tags(String text) {
        return Pattern.compile("[\\s\\p{Cntrl}]+")
                .splitAsStream(text)
                .filter(CardNote::isTag)
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }
}
