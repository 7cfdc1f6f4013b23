package descent.flashcard.own;

import descent.exchange.card.CardNote;
import descent.flashcard.deck.Note;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the notes of people's own. */
@ApplicationScoped
public class OwnNotes {
    /** All of a person's in a course are looked through at each review. */
    public static final int MOST = 5_000;

    private final Clock clock;

    OwnNotes(Clock clock) {
        this.clock = clock;
    }

    /** What a note is about: all empty, or ids of the course. */
    public record About(String lesson, String section, String concept) {
        public static final About NOTHING = new About("", "", "");
    }

    /** In the order in which they were made. */
    @Transactional
    public List<Note> of(UUID personId, String courseId) {
        return rows(personId, courseId).stream().map(OwnNote::note).toList();
    }

    private static List<OwnNote> rows(UUID personId, String courseId) {
        return OwnNote.list("personId = ?1 and courseId = ?2 order by id", personId, courseId);
    }

    /**
     * @throws Problem 409 when there are too many
     */
    @Transactional
    public Note make(UUID personId, String courseId, CardNote content, About about) {
        requireRoom(personId, courseId, 1);
        return made(personId, courseId, content, about).note();
    }

    /**
     * Takes over the notes that the person does not have yet: done twice, it adds nothing.
     *
     * @return how many they were
     * @throws Problem 409 when there are too many
     */
    @Transactional
    public int add(UUID personId, String courseId, List<CardNote> notes) {
        var known = contents(personId, courseId);
        var fresh = notes.stream().filter(note -> known.add(content(note))).toList();
        requireRoom(personId, courseId, fresh.size());
        fresh.forEach(note -> made(personId, courseId, note, About.NOTHING));
        return fresh.size();
    }

    /** How many of the notes the person has already. */
    @Transactional
    public int known(UUID personId, String courseId, List<CardNote> notes) {
        var known = contents(personId, courseId);
        return (int) notes.stream().filter(note -> known.contains(content(note))).count();
    }

    private static Set<List<Object>> contents(UUID personId, String courseId) {
        return rows(personId, courseId).stream()
                .map(row -> content(row.content()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Object> content(CardNote note) {
        return List.of(note.kind(), note.front(), note.back());
    }

    private OwnNote made(UUID personId, String courseId, CardNote content, About about) {
        var row = new OwnNote(personId, courseId, content, clock.instant());
        row.lessonId = about.lesson();
        row.section = about.section();
        row.concept = about.concept();
        row.persist();
        return row;
    }

    private static void requireRoom(UUID personId, String courseId, int more) {
        Turn.take("own notes of " + personId);
        long there = OwnNote.count("personId = ?1 and courseId = ?2", personId, courseId);
        if (there + more > MOST) {
            throw Problem.conflict(
                    "A person has at most %,d notes of their own in a course; there are %,d and %,d would be added."
                            .formatted(MOST, there, more));
        }
    }

    /** Cards that are still made of it keep their schedule. */
    @Transactional
    public void change(UUID personId, String courseId, String note, CardNote content) {
        row(personId, courseId, note).write(content);
    }

    @Transactional
    public void remove(UUID personId, String courseId, String note) {
        row(personId, courseId, note).delete();
    }

    /**
     * @throws Problem 404 when the person has no such note
     */
    @Transactional
    public Note note(UUID personId, String courseId, String note) {
        return row(personId, courseId, note).note();
    }

    private static OwnNote row(UUID personId, String courseId, String note) {
        if (!note.matches("own\\.[1-9]\\d{0,17}")) {
            throw Problem.notFound("note of yours");
        }
        return OwnNote.<OwnNote>find(
                        "id = ?1 and personId = ?2 and courseId = ?3",
                        Long.parseLong(note.substring("own.".length())),
                        personId,
                        courseId)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("note of yours"));
    }
}
