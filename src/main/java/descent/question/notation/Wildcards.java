package descent.question.notation;

/**
 * A text in which {@code *} stands for any run of characters, also none, and {@code \*} for a star.
 * Spelling does not matter (see {@link Spelling#ofWords}). Matching takes at most length × length
 * steps, whatever the pattern.
 */
public final class Wildcards {
    private static final char ANY = '\uE000';

    private final String pattern;
    private final boolean caseSensitive;

    public Wildcards(String pattern, boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
        this.pattern = Spelling.ofWords(marked(pattern), caseSensitive);
    }

    public boolean matches(String typed) {
        var text = Spelling.ofWords(typed, caseSensitive);
        int p = 0;
        int t = 0;
        int lastAny = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY) {
                lastAny = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (lastAny >= 0) {
                p = lastAny + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY) {
            p++;
        }
        return p == pattern.length();
    }

    /** A text that it matches: the pattern with nothing for its wildcards. */
    public static String example(String pattern) {
        return Spelling.ofWords(marked(pattern).replace(String.valueOf(ANY), ""), true);
    }

    private static String marked(String pattern) {
        var stars = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
                stars.append('*');
                i++;
            } else {
                stars.append(c == '*' ? ANY : c);
            }
        }
        return stars.toString();
    }
}
