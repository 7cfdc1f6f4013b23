package descent.course.check;

import descent.course.material.Finding;
import descent.shared.text.Prose.Passage;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Sentences stay short enough to be read once. */
final class Sentences implements Rule {
    private static final int MOST_WORDS = 40;
    private static final Pattern END = Pattern.compile("[.!?:;](?=\\s|$)|\\n");

    /** Two letters or more, and no command of TeX: a formula counts little. */
    private static final Pattern WORD = Pattern.compile("(?<![\\\\\\p{L}])\\p{L}{2,}");

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, _) -> {
            for (var text : part.index().texts()) {
                for (var passage : text.passages()) {
                    longSentences(part.path(), passage, findings);
                }
            }
        });
    }

    private static void longSentences(String path, Passage passage, Consumer<Finding> findings) {
        for (var sentence : END.split(passage.text())) {
            long words = WORD.matcher(sentence).results().count();
            if (words > MOST_WORDS) {
                findings.accept(
                        Finding.warning(
                                path,
                                passage.line(),
                                "sentence-length",
                                "a sentence of %d words; %d are plenty: \"%s …\""
                                        .formatted(words, MOST_WORDS, beginning(sentence))));
            }
        }
    }

    private static String beginning(String sentence) {
        var begin = sentence.strip();
        return begin.substring(0, Math.min(begin.length(), 50));
    }
}
