package descent.flashcard.deck;

/**
 * Cards that belong together: those of a lesson, of the glossary, or of somebody's own choice.
 *
 * @param id "lesson.walking-downhill", "glossary", or "own." and a number
 */
public record Deck(String id, String title) {
    public static final Deck GLOSSARY = new Deck("glossary", "Glossary");

    static Deck ofLesson(String id, String title) {
        return new Deck("lesson." + id, title);
    }

    public boolean isOwn() {
        return id.startsWith("own.");
    }
}
