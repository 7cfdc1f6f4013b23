package descent.quiz.view;

import descent.question.drawn.Asked;
import descent.question.drawn.Response;
import descent.quiz.view.Texts.Pen;
import descent.shared.text.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as it is asked, with what was answered so far.
 *
 * @param text with its gaps to fill, where it has some
 * @param inputs those that stand below the text
 */
public record QuestionView(String kind, Html text, List<InputView> inputs) {
    /** Made of what is asked alone: the key has no way into it. */
    public static QuestionView of(Asked asked, Response response, Pen pen) {
        var views = new ArrayList<InputView>();
        boolean alone = asked.inputs().size() == 1;
        for (var input : asked.inputs()) {
            views.add(InputView.of(input, response.to(input.id()), views.size() + 1, alone, pen));
        }
        var text = pen.html(asked.text()).text();
        var below = new ArrayList<InputView>();
        for (var view : views) {
            var gap = "{{" + view.id() + "}}";
            if (text.contains(gap)) {
                text = text.replace(gap, QuestionTemplates.gap(view).render());
            } else {
                below.add(view);
            }
        }
        return new QuestionView(words(asked.type()), new Html(text), below);
    }

    /** What is expected, in a few words. */
    private static String words(String type) {
        return switch (type) {
            case "single-choice" -> "One answer is right";
            case "multiple-choice" -> "Choose all that are right";
            case "true-false" -> "True or false";
            case "matching" -> "Match each with what belongs to it";
            case "ordering" -> "Put them in order";
            case "cloze" -> "Fill the gaps";
            case "hot-spot" -> "Choose the place";
            case "formula" -> "A formula";
            case "short-answer" -> "A word or a few";
            case "written" -> "In your own words";
            case "experiment" -> "An experiment";
            default -> "A number";
        };
    }
}
