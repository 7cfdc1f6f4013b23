package descent.search.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which word of a course a misspelt one was meant to be. */
public final class Spelling {
    private Spelling() {}

    /**
     * A word that may have been meant.
     *
     * @param uses the number of texts that have it
     */
    public record Candidate(String word, int uses) {}

    /**
     * Three letters in a row, the beginning and the end of the word marked by blanks: a word and
     * its misspelling share some. As pg_trgm does it (PostgreSQL's documentation, F.33), without
     * the right to create extensions.
     */
    public static Set<String> trigrams(String word) {
        var padded = "  " + word + " ";
        var trigrams = new TreeSet<String>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            trigrams.add(padded.substring(i, i + 3));
        }
        return trigrams;
    }

    /** The nearest of them, of several the one that most texts have; none when all are too far. */
    public static Optional<String> nearest(String word, Collection<Candidate> candidates) {
        record Near(Candidate candidate, int distance) {}
        return candidates.stream()
                .map(candidate -> new Near(candidate, distance(word, candidate.word())))
                .filter(near -> near.distance() <= mistakes(word))
                .min(
                        Comparator.comparingInt(Near::distance)
                                .thenComparing(
                                        near -> near.candidate().uses(), Comparator.reverseOrder())
                                .thenComparing(near -> near.candidate().word()))
                .map(near -> near.candidate().word());
    }

    /** How many mistakes a word may have and still be known. */
    private static int mistakes(String word) {
        return word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
    }

    /**
     * How many letters must be added, left out, changed, or swapped with their neighbour to get
     * from one word to the other (optimal string alignment: no letter is touched twice).
     */
    static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
