package descent.course.check;

import descent.course.material.Finding;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a voice reads is made of words: it would stumble over formulas and symbols. */
final class SpokenTexts implements Rule {
    private static final Pattern SYMBOL =
            Pattern.compile(
                    "[$\\\\^_=<>+*/|{}\\[\\]#~@\u00B1\u00B2\u00B3\u00B9\u00B7\u00D7\u00F7\\p{IsGreek}\\p{Sm}\u2070-\u209F\u2190-\u21FF]");

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, _) -> {
            for (var spoken : part.index().spoken()) {
                if (!spoken.formulas().isEmpty()) {
                    findings.accept(
                            Finding.error(
                                    part.path(),
                                    spoken.formulas().getFirst().line(),
                                    "spoken",
                                    "a voice cannot read the formula \"%s\": give its wording under \"spoken\""
                                            .formatted(spoken.formulas().getFirst().tex())));
                    continue;
                }
                var symbol = SYMBOL.matcher(spoken.plainText());
                if (symbol.find()) {
                    findings.accept(
                            Finding.error(
                                    part.path(),
                                    spoken.line(),
                                    "spoken",
                                    "a voice cannot read \"%s\": write it in words, or give the wording under \"spoken\""
                                            .formatted(symbol.group())));
                }
            }
        });
    }
}
