package descent.game.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The games that there are. */
public enum GameKind {
    PAIRS(
            "Memory pairs",
            "Turn two cards at a time and find each term's definition.",
            "Each pair gives 100 points. Two cards that do not belong together cost 10, and every two seconds cost 1. The game ends with the last pair, or after ten minutes."),
    MATHS(
            "Quick maths",
            "Mental arithmetic of the trade, for 60 seconds.",
            "A right answer gives ten points for each level of its question. Three right ones in a row lead to the next level, a wrong one leads down by one. There are eight levels."),
    TYPING(
            "Typing",
            "Definitions and lines of code, as fast and as clean as you can.",
            "Four lines. Points are words per minute (five characters make a word) times the share of keys that were right. Mistakes have to be corrected."),
    WORDS(
            "Words",
            "Gaps, missing letters and letters out of order, all from the glossary.",
            "Ten words. Each gives 100 points; after the first five seconds every second costs 2, down to 20. A wrong try costs 25 of them. Capitals and hyphens do not matter.");

    private final String title;
    private final String lead;
    private final String rules;

    GameKind(String title, String lead, String rules) {
        this.title = title;
        this.lead = lead;
        this.rules = rules;
    }

    /** As addresses name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GameKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public String title() {
        return title;
    }

    public String lead() {
        return lead;
    }

    public String rules() {
        return rules;
    }
}
