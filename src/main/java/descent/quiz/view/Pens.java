package descent.quiz.view;

import descent.course.material.ReviewPolicy.Part;
import descent.question.drawn.Response;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.view.ReviewView.Reviewed;
import descent.shared.text.Html;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Draws the texts of questions for authors, as learners see them. */
@ApplicationScoped
public class Pens {
    private final Texts texts;

    Pens(Texts texts) {
        this.texts = texts;
    }

    /** What the question asks, with its gaps as numbers. */
    public Html text(String courseId, AttemptQuestion question) {
        return html(courseId, question, ReviewView.withoutGaps(question.drawn()));
    }

    /** The answer with all there is to say of it. */
    public ReviewView review(
            String courseId,
            AttemptQuestion question,
            Response response,
            GivenGrade given,
            Set<Part> may) {
        return ReviewView.of(
                new Reviewed(question, response, given, Optional.empty(), "", false),
                may,
                texts.of(courseId, question.lessonId));
    }

    public Html html(String courseId, AttemptQuestion question, String markdown) {
        return texts.of(courseId, question.lessonId).html(markdown);
    }
}
