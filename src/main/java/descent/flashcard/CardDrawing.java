package descent.flashcard;

import descent.course.CourseLinks;
import descent.course.material.Course;
import descent.exchange.card.CardFile;
import descent.flashcard.deck.Note;
import descent.shared.text.Html;
import descent.shared.text.Links;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import jakarta.enterprise.context.ApplicationScoped;

/** Draws the sides of cards. */
@ApplicationScoped
public class CardDrawing {
    private final StoredFormulas formulas;

    CardDrawing(StoredFormulas formulas) {
        this.formulas = formulas;
    }

    public Html draw(Prose side, Course course, Note note) {
        var lesson = note.lesson() == null ? null : course.lesson(note.lesson()).orElse(null);
        return side.render(formulas.forgiving(), links(course, new CourseLinks(course, lesson)));
    }

    /** Beside what texts of the course may lead to: pictures of the learner's own. */
    private static Links links(Course course, Links others) {
        return destination ->
                destination.startsWith(CardFile.PICTURE)
                        ? new Links.Target.Picture(
                                "/courses/%s/cards/pictures/%s"
                                        .formatted(
                                                course.id(),
                                                destination.substring(CardFile.PICTURE.length())),
                                0,
                                0)
                        : others.resolve(destination);
    }
}
