package descent.flashcard.deck;

import descent.shared.Sha256;

/**
 * Cards that belong together: those of a lesson, of the glossary, or of somebody's own choice.
 *
 * @param id "lesson.walking-downhill", "glossary", or "own." and a hash of its name
 */
public record Deck(String id, String title) {
    public static final Deck GLOSSARY = new Deck("glossary", "Glossary");

    static Deck ofLesson(String id, String title) {
        return new Deck("lesson." + id, title);
    }

    /** Of somebody's own notes; without a name, the rest of them. */
    public static Deck own(String name) {
        return new Deck(
                "own." + Sha256.of(name).substring(0, 12), name.isEmpty() ? "My own cards" : name);
    }

    public boolean isOwn() {
        return id.startsWith("own.");
    }
}
