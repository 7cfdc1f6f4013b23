package descent.flashcard.deck;

import descent.course.material.Course;
import descent.course.material.Flashcard;
import descent.course.material.Glossary;
import descent.course.material.Lesson;
import descent.exchange.card.CardNote;
import descent.exchange.card.CardNote.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The notes that a course has for everybody: the flashcards of its lessons in their order, then its
 * glossary, asked both ways. Kept until the course changes.
 */
@ApplicationScoped
public class CourseNotes {
    /** A course is the same object until it changes. */
    private record Made(Course of, List<Note> notes) {}

    private final Map<String, Made> made = new ConcurrentHashMap<>();

    public List<Note> of(Course course) {
        var known = made.get(course.id());
        if (known != null && known.of() == course) {
            return known.notes();
        }
        var notes = made(course);
        made.put(course.id(), new Made(course, notes));
        return notes;
    }

    static List<Note> made(Course course) {
        var lessons = course.lessons().stream().flatMap(CourseNotes::ofLesson);
        var terms = course.glossary().list(Glossary::terms).stream();
        return Stream.concat(lessons, terms.flatMap(CourseNotes::ofTerm)).toList();
    }

    private static Stream<Note> ofLesson(Lesson lesson) {
        var deck = Deck.ofLesson(lesson.id(), lesson.title());
        return lesson.cards().stream()
                .flatMap(card ->
                        content(kind(card), card.front().source(), card.back().source())
                                .map(content ->
                                        new Note(
                                                "lesson." + card.id(),
                                                deck,
                                                content,
                                                lesson.id(),
                                                card.section(),
                                                card.concept()))
                                .stream());
    }

    private static Stream<Note> ofTerm(Glossary.Term term) {
        return content(Kind.REVERSED, term.term(), term.definition().source())
                .map(content ->
                        new Note(Note.TERM + term.id(), Deck.GLOSSARY, content, null, "", ""))
                .stream();
    }

    /** Empty of what makes no card; the content check tells authors of it. */
    private static Optional<CardNote> content(Kind kind, String front, String back) {
        return CardNote.isNote(kind, front, back)
                ? Optional.of(new CardNote(kind, front, back, List.of(), ""))
                : Optional.empty();
    }

    private static Kind kind(Flashcard card) {
        return switch (card.kind()) {
            case BASIC -> Kind.BASIC;
            case REVERSED -> Kind.REVERSED;
            case CLOZE -> Kind.CLOZE;
        };
    }
}
