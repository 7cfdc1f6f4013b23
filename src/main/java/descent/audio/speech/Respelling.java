package descent.audio.speech;

import descent.audio.script.Cast;
import descent.audio.script.Words;
import descent.course.material.Voices.Pronunciation;
import java.util.Optional;
import java.util.regex.Matcher;

/** A sentence as a voice reads it that knows nothing of phonemes. */
final class Respelling {
    private Respelling() {}

    static String of(String sentence, Cast cast) {
        return Words.WORD
                .matcher(sentence)
                .replaceAll(word ->
                        Matcher.quoteReplacement(
                                of(cast, word.group())
                                        .map(Pronunciation::say)
                                        .orElse(word.group())));
    }

    static Optional<Pronunciation> of(Cast cast, String word) {
        return cast.pronunciations().stream()
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
