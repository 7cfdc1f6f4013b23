package descent.course.check;

import descent.course.material.Finding;
import descent.shared.text.Prose.Passage;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A text can be read by who has been at school for a number of years: the grade of Kincaid et al.,
 * 1975, of running words, formulas left out. Short texts are not judged: a few terms decide there.
 */
final class ReadingLevel implements Rule {
    private static final double HIGHEST_GRADE = 12;
    private static final int FEWEST_WORDS = 80;
    private static final Pattern END = Pattern.compile("[.!?:;](?=\\s|$)|\\n");
    private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'\u2019]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_END = Pattern.compile("(?<=[^laeiouy])e$|(?<=[^td])ed$");

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, _) -> {
            for (var text : part.index().texts()) {
                var running =
                        text.passages().stream()
                                .map(Passage::text)
                                .reduce("", (a, b) -> a + "\n" + b);
                double grade = grade(running);
                if (grade > HIGHEST_GRADE) {
                    findings.accept(
                            Finding.warning(
                                    part.path(),
                                    text.passages().getFirst().line(),
                                    "reading-level",
                                    "grade %.1f; %.0f is plenty: shorter sentences, shorter words"
                                            .formatted(grade, HIGHEST_GRADE)));
                }
            }
        });
    }

    /** 0 for a text that is too short to be judged. */
    static double grade(String text) {
        var running = FORMULA.matcher(text).replaceAll("x");
        long words = 0;
        long syllables = 0;
        for (var word : WORD.matcher(running).results().map(m -> m.group()).toList()) {
            words++;
            syllables += syllables(word.toLowerCase(Locale.ROOT));
        }
        if (words < FEWEST_WORDS) {
            return 0;
        }
        long sentences = END.splitAsStream(running).filter(s -> WORD.matcher(s).find()).count();
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    private static long syllables(String word) {
        var sounded = word.length() <= 3 ? word : SILENT_END.matcher(word).replaceFirst("");
        return Math.max(1, VOWELS.matcher(sounded).results().count());
    }
}
