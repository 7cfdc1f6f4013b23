package descent.question.drawn;

import descent.question.answer.Remark;
import java.util.List;

/**
 * The right answer and why: for whoever the review policy lets see it.
 *
 * @param explanation Markdown; of a generated question, its worked solution
 */
public record Solution(List<Model> answers, String explanation) {
    /**
     * The right answer to one input.
     *
     * @param values as they would be given: ids of options, or what would be typed
     * @param remarks what there is to say about each option, also those not chosen
     */
    public record Model(String input, List<String> values, List<Remark> remarks) {}

    public Solution {
        answers = List.copyOf(answers);
    }
}
