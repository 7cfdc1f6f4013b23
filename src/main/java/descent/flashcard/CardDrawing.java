package descent.flashcard;

import descent.course.CourseLinks;
import descent.course.material.Course;
import descent.flashcard.deck.Note;
import descent.shared.text.Html;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import jakarta.enterprise.context.ApplicationScoped;

/** Draws the sides of cards. */
@ApplicationScoped
class CardDrawing {
    private final StoredFormulas formulas;

    CardDrawing(StoredFormulas formulas) {
        this.formulas = formulas;
    }

    Html draw(Prose side, Course course, Note note) {
        var lesson = note.lesson() == null ? null : course.lesson(note.lesson()).orElse(null);
        return side.render(formulas.forgiving(), new CourseLinks(course, lesson));
    }
}
