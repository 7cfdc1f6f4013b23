package descent.flashcard.study;

import descent.account.Person;
import descent.course.material.Course;
import descent.flashcard.deck.CardKey;
import descent.flashcard.deck.CourseNotes;
import descent.flashcard.deck.Note;
import descent.flashcard.own.OwnNotes;
import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Moment;
import descent.flashcard.scheduling.StudyDays;
import descent.flashcard.scheduling.StudyQueue.Done;
import descent.flashcard.study.CardBox.BoxCard;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens people's boxes of cards. */
@ApplicationScoped
public class CardBoxes {
    private final CourseNotes courseNotes;
    private final OwnNotes ownNotes;
    private final Clock clock;

    CardBoxes(CourseNotes courseNotes, OwnNotes ownNotes, Clock clock) {
        this.courseNotes = courseNotes;
        this.ownNotes = ownNotes;
        this.clock = clock;
    }

    @Transactional
    public CardBox open(UUID personId, Course course) {
        var now = now(personId);
        var rows = Flashcard.of(personId, course.id());
        var rowByKey = rows.stream().collect(Collectors.toMap(Flashcard::key, row -> row));
        var today = LogRow.standing(personId, course.id(), now.day());
        return new CardBox(
                notes(personId, course).stream()
                        .flatMap(note ->
                                note.cards().stream()
                                        .map(key -> {
                                            var row = rowByKey.get(key);
                                            return row == null
                                                    ? untouched(personId, course, note, key)
                                                    : new BoxCard(
                                                            key,
                                                            note,
                                                            row.card(),
                                                            row.isSuspended());
                                        }))
                        .toList(),
                SettingsRow.of(personId, course.id()),
                done(today, rows),
                today.isEmpty() ? null : today.getFirst().reviewId,
                now);
    }

    /** All notes that the person has in the course: who wrote some wants to learn them first. */
    List<Note> notes(UUID personId, Course course) {
        return Stream.of(ownNotes.of(personId, course.id()), courseNotes.of(course))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * @throws Problem 404 when the person has no such card
     */
    Note note(UUID personId, Course course, CardKey key) {
        return notes(personId, course).stream()
                .filter(note -> note.id().equals(key.note()) && note.cards().contains(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("card"));
    }

    /** Now, in the person's own days; as exact as the database keeps it. */
    Moment now(UUID personId) {
        var zone =
                Person.<Person>findByIdOptional(personId)
                        .orElseThrow(() -> Problem.notFound("account"))
                        .timeZone;
        return new StudyDays(zone).moment(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static BoxCard untouched(UUID personId, Course course, Note note, CardKey key) {
        return new BoxCard(
                key, note, Card.fresh(Flashcard.seed(personId, course.id(), key)), false);
    }

    private static Done done(List<LogRow> today, List<Flashcard> rows) {
        Map<Long, Flashcard> byId =
                rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        return new Done(
                count(today, LogRow.Turn.NEW),
                count(today, LogRow.Turn.DUE),
                today.stream()
                        .map(row -> Objects.requireNonNull(byId.get(row.flashcardId)).note)
                        .collect(Collectors.toSet()));
    }

    private static int count(List<LogRow> rows, LogRow.Turn turn) {
        return (int) rows.stream().filter(row -> row.turn == turn).count();
    }
}
