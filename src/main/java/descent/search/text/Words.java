package descent.search.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes texts apart into words of letters and digits, in small letters and without accents. What is
 * looked for and what is looked through are taken apart in the same way.
 */
public final class Words {
    /** No word of a language; what is longer is no word either, and cut. */
    static final int LONGEST = 60;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1,%d}".formatted(LONGEST));
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private Words() {}

    public static List<String> of(String text) {
        var plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return WORD.matcher(plain.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
