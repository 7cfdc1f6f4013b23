package descent.flashcard.study;

import descent.activity.Activity.QuestionAnswered;
import descent.activity.Activity.Recorded;
import descent.course.Courses;
import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.flashcard.deck.CardKey;
import descent.flashcard.deck.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls the cards that would have helped with a question that was missed: those that the question
 * names, else those of its concept. They are asked at once, whatever their plan was.
 */
@ApplicationScoped
class CallCards {
    private final Courses courses;
    private final CardBoxes boxes;

    CallCards(Courses courses, CardBoxes boxes) {
        this.courses = courses;
        this.boxes = boxes;
    }

    private record Learner(UUID personId, String courseId) {}

    void answered(@Observes Recorded recorded) {
        recorded.activities().stream()
                .filter(QuestionAnswered.class::isInstance)
                .map(QuestionAnswered.class::cast)
                .filter(answer -> answer.fraction().compareTo(BigDecimal.ONE) < 0)
                .collect(
                        Collectors.groupingBy(
                                answer -> new Learner(answer.personId(), answer.courseId())))
                .forEach((learner, missed) ->
                        courses.find(learner.courseId())
                                .ifPresent(course -> call(learner.personId(), course, missed)));
    }

    private void call(UUID personId, Course course, List<QuestionAnswered> missed) {
        var now = boxes.now(personId);
        var notes = boxes.notes(personId, course);
        var keys =
                missed.stream()
                        .flatMap(answer -> helpful(answer, course, notes).stream())
                        .collect(Collectors.toSet());
        for (var row : Flashcard.locked(personId, course.id(), keys)) {
            if (!row.isSuspended() && !row.called) {
                LogRow.called(row, now).persist();
                row.stand(row.card().call(now));
            }
        }
    }

    private static List<CardKey> helpful(QuestionAnswered answer, Course course, List<Note> notes) {
        var named = course.question(answer.subject()).map(BankQuestion::cards).orElse(List.of());
        var ids = named.stream().map(id -> "lesson." + id).collect(Collectors.toSet());
        var cards = cards(notes, ids);
        return cards.isEmpty() ? ofConcept(notes, answer.concept()) : cards;
    }

    private static List<CardKey> cards(List<Note> notes, Set<String> ids) {
        return cards(notes.stream().filter(note -> ids.contains(note.id())));
    }

    private static List<CardKey> ofConcept(List<Note> notes, String concept) {
        return concept.isEmpty()
                ? List.of()
                : cards(notes.stream().filter(note -> note.concept().equals(concept)));
    }

    private static List<CardKey> cards(Stream<Note> notes) {
        return notes.flatMap(note -> note.cards().stream()).toList();
    }
}
