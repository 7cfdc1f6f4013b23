package descent.question.drawn;

import descent.question.answer.Answer;
import java.util.List;
import java.util.Map;

/**
 * What is right, with all that is said about it. Never sent; what of it may be seen is handed out
 * by the review policy as {@link Solution}, {@link Feedback} and hints. It prints as nothing, so
 * that no log tells it.
 *
 * @param answers by the id of their input
 * @param explanation Markdown
 * @param hints Markdown, the first to be given first; for practice
 * @param names the author's ids of inputs, options and items by the words of chance that stand for
 *     them: for statistics over many attempts
 */
public record Key(
        Map<String, Answer> answers,
        String explanation,
        List<String> hints,
        Map<String, String> names) {
    public Key {
        answers = Map.copyOf(answers);
        hints = List.copyOf(hints);
        names = Map.copyOf(names);
    }

    @Override
    public String toString() {
        return "Key[…]";
    }
}
