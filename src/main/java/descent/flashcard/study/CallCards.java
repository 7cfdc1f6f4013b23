package descent.flashcard.study;

import descent.activity.Activity;
import descent.activity.Activity.QuestionAnswered;
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

    void answered(@Observes Activity activity) {
        if (activity instanceof QuestionAnswered answer
                && answer.fraction().compareTo(BigDecimal.ONE) < 0) {
            courses.find(answer.courseId()).ifPresent(course -> call(answer, course));
        }
    }

    private void call(QuestionAnswered answer, Course course) {
        var now = boxes.now(answer.personId());
        for (var key : helpful(answer, course)) {
            var row = Flashcard.locked(answer.personId(), course.id(), key);
            if (!row.isSuspended() && !row.called) {
                LogRow.called(row, now).persist();
                row.stand(row.card().call(now));
            }
        }
    }

    /** In one order everywhere, so that two answers at once do not lock each other out. */
    private List<CardKey> helpful(QuestionAnswered answer, Course course) {
        var notes = boxes.notes(answer.personId(), course);
        var named = course.question(answer.subject()).map(BankQuestion::cards).orElse(List.of());
        var ids = named.stream().map(id -> "lesson." + id).collect(Collectors.toSet());
        var cards = cards(notes, ids);
        return cards.isEmpty() ? ofConcept(notes, answer.concept()) : cards;
    }

    private static List<CardKey> cards(List<Note> notes, Set<String> ids) {
        return sorted(notes.stream().filter(note -> ids.contains(note.id())));
    }

    private static List<CardKey> ofConcept(List<Note> notes, String concept) {
        return concept.isEmpty()
                ? List.of()
                : sorted(notes.stream().filter(note -> note.concept().equals(concept)));
    }

    private static List<CardKey> sorted(Stream<Note> notes) {
        return notes.flatMap(note -> note.cards().stream())
                .sorted(java.util.Comparator.comparing(CardKey::toString))
                .toList();
    }
}
