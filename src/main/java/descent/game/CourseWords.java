package descent.game;

import descent.course.material.Concepts;
import descent.course.material.Course;
import descent.course.material.Glossary;
import descent.game.rules.Word;
import descent.shared.text.Prose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * The words that a course gives to its games: its glossary, then key concepts that are not in it.
 */
final class CourseWords {
    private CourseWords() {}

    static List<Word> of(Course course) {
        var words = new LinkedHashMap<String, Word>();
        for (var term : course.glossary().list(Glossary::terms)) {
            add(words, term.term(), term.also(), term.definition());
        }
        for (var lesson : course.lessons()) {
            for (var concept : lesson.concepts().list(Concepts::keyConcepts)) {
                add(words, concept.term(), List.of(), concept.definition());
            }
        }
        return List.copyOf(words.values());
    }

    /** Formulas cannot be typed, and do not fit on a card. */
    private static void add(
            LinkedHashMap<String, Word> words, String term, List<String> also, Prose meaning) {
        if (meaning.formulas().isEmpty()) {
            words.putIfAbsent(
                    term.toLowerCase(Locale.ROOT),
                    new Word(term, also, meaning.plainText().replaceAll("\\s+", " ")));
        }
    }
}
