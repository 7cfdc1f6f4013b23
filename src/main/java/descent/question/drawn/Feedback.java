package descent.question.drawn;

import descent.question.answer.Remark;
import java.util.List;
import java.util.Map;

/** What is said about a response, by input: for whoever the review policy lets see it. */
public record Feedback(Map<String, List<Remark>> remarks) {
    public Feedback {
        remarks = Map.copyOf(remarks);
    }

    public List<Remark> to(String input) {
        return remarks.getOrDefault(input, List.of());
    }
}
