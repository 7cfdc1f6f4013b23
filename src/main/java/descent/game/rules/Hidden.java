package descent.game.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** A word that is hidden: by its meaning alone, by letters left out, by letters out of order. */
final class Hidden {
    private static final Pattern FIT = Pattern.compile("[A-Za-z][A-Za-z -]{3,23}");
    private static final String GAP = "_____";

    private Hidden() {}

    static boolean isFit(Word word) {
        return FIT.matcher(word.term()).matches();
    }

    static Item of(Word word, int way, Random chance) {
        var answers = new ArrayList<>(List.of(word.term()));
        var meaning = without(word, word.firstSentence());
        return switch (way) {
            case 0 -> {
                answers.addAll(word.also());
                yield new Item("Which word is meant?", meaning, gaps(word.term()), answers, 1);
            }
            case 1 -> new Item("Fill in the letters", letters(word.term()), meaning, answers, 1);
            default ->
                    new Item(
                            "Put the letters in order",
                            mixed(word.term(), chance),
                            meaning,
                            answers,
                            1);
        };
    }

    /** The definition must not tell the word. */
    private static String without(Word word, String meaning) {
        return Pattern.compile(
                        "\\b" + Pattern.quote(word.term()) + "s?\\b", Pattern.CASE_INSENSITIVE)
                .matcher(meaning)
                .replaceAll(GAP);
    }

    /** Its first letters, and a dot for each of the others. */
    private static String gaps(String term) {
        return term.replaceAll("\\B[A-Za-z]", "·");
    }

    private static String letters(String term) {
        return term.replaceAll("\\B[aeiouAEIOU]", "_");
    }

    /** Each part keeps its letters, so that a long term can be done. */
    private static String mixed(String term, Random chance) {
        var parts = new ArrayList<String>();
        for (var part : term.toLowerCase(Locale.ROOT).split("[ -]+")) {
            var letters =
                    new ArrayList<>(part.chars().mapToObj(c -> String.valueOf((char) c)).toList());
            // A word of equal letters has no other order.
            for (int i = 0; i < 20 && String.join("", letters).equals(part); i++) {
                Collections.shuffle(letters, chance);
            }
            parts.add(String.join(" ", letters));
        }
        return String.join("  /  ", parts);
    }
}
