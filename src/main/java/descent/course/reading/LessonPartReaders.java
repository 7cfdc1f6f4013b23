package descent.course.reading;

import descent.course.material.Audiobook;
import descent.course.material.Audiobook.Chapter;
import descent.course.material.Audiobook.Passage;
import descent.course.material.Concepts;
import descent.course.material.Concepts.KeyConcept;
import descent.course.material.Concepts.MemoryAid;
import descent.course.material.Concepts.WorkedExample;
import descent.course.material.Conversation;
import descent.course.material.Conversation.Turn;
import descent.course.material.Flashcard;
import descent.course.material.Index.Kind;
import descent.course.yaml.Fields;
import descent.shared.text.Prose;
import java.util.List;
import java.util.Optional;

/** The files of a lesson that are lists of small items: one method a file, one a kind of item. */
final class LessonPartReaders {
    private LessonPartReaders() {}

    /** {@code concepts.yaml} */
    static Concepts concepts(Fields f) {
        return new Concepts(
                f.each("key-concepts", LessonPartReaders::keyConcept),
                f.each("worked-examples", LessonPartReaders::workedExample),
                f.each("memory-aids", LessonPartReaders::memoryAid));
    }

    private static KeyConcept keyConcept(Fields f) {
        return new KeyConcept(f.id(Kind.CONCEPT), f.text("term"), f.prose("definition"));
    }

    private static WorkedExample workedExample(Fields f) {
        return new WorkedExample(
                f.id(Kind.WORKED_EXAMPLE),
                f.text("title"),
                f.prose("problem"),
                f.proseList("steps"),
                f.prose("result"));
    }

    private static MemoryAid memoryAid(Fields f) {
        return new MemoryAid(
                f.id(Kind.MEMORY_AID),
                f.choice("kind", MemoryAid.Kind.class),
                f.text("title"),
                f.prose("text"));
    }

    /** {@code conversation.yaml} */
    static Conversation conversation(Fields f) {
        return new Conversation(f.text("title"), f.each("turns", LessonPartReaders::turn));
    }

    private static Turn turn(Fields f) {
        var text = f.prose("text");
        return new Turn(
                f.id(Kind.TURN),
                f.reference("speaker", Kind.ROLE),
                text,
                f.spoken(f.wordingIfAny("spoken"), text));
    }

    /** {@code audiobook.yaml} */
    static Audiobook audiobook(Fields f) {
        return new Audiobook(f.each("chapters", LessonPartReaders::chapter));
    }

    private static Chapter chapter(Fields f) {
        var text = f.prose("text");
        var explanation = f.prose("explanation");
        var analogy = f.prose("analogy");
        var spoken = f.nestedIfAny("spoken", LessonPartReaders::wordings).orElse(Wordings.NONE);
        return new Chapter(
                f.id(Kind.CHAPTER),
                f.text("title"),
                new Passage(text, f.spoken(spoken.text(), text)),
                new Passage(explanation, f.spoken(spoken.explanation(), explanation)),
                new Passage(analogy, f.spoken(spoken.analogy(), analogy)));
    }

    private record Wordings(
            Optional<Prose> text, Optional<Prose> explanation, Optional<Prose> analogy) {
        static final Wordings NONE =
                new Wordings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Wordings wordings(Fields f) {
        return new Wordings(
                f.wordingIfAny("text"), f.wordingIfAny("explanation"), f.wordingIfAny("analogy"));
    }

    /** {@code flashcards.yaml} */
    static List<Flashcard> flashcards(Fields f) {
        return f.each("cards", LessonPartReaders::card);
    }

    private static Flashcard card(Fields f) {
        return new Flashcard(
                f.id(Kind.CARD),
                f.choice("kind", Flashcard.Kind.class),
                f.reference("concept", Kind.CONCEPT),
                f.reference("section", Kind.SECTION),
                f.prose("front"),
                f.prose("back"));
    }
}
