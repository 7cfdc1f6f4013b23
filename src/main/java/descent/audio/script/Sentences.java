package descent.audio.script;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a text apart into what is spoken, marked and jumped to. */
public final class Sentences {
    private Sentences() {}

    /**
     * @param text paragraphs, one a line
     */
    public static List<String> of(String text, String language) {
        var found = new ArrayList<String>();
        for (var paragraph : text.lines().toList()) {
            var ends = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
            ends.setText(paragraph);
            int from = ends.first();
            for (int to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
                var sentence = paragraph.substring(from, to).strip();
                if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    found.add(sentence);
                }
            }
        }
        return found;
    }
}
