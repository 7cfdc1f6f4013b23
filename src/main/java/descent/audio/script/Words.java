package descent.audio.script;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a sentence as a voice meets them: "mini-batch", "don't" and "0.001" are one each.
 */
public final class Words {
    public static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{N}]+(?:(?:['’-]|(?<=\\p{N})[.,](?=\\p{N}))[\\p{L}\\p{N}]+)*");

    private Words() {}

    /** In lower case. */
    static List<String> in(String sentence) {
        return WORD.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
