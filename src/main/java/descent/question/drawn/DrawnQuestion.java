package descent.question.drawn;

import descent.engine.spec.ExperimentSpec;
import descent.question.answer.Answer;
import descent.question.tree.Json;
import descent.question.tree.Records;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A question as one attempt has it: variant, order of options and key are fixed. It is stored
 * whole, so that no later text, key or generator changes what was asked or how it is graded.
 *
 * @param id the author's
 */
public record DrawnQuestion(String id, Topic topic, Asked asked, Key key) {
    private static final String FORMAT = "format";
    private static final BigDecimal CURRENT = BigDecimal.ONE;

    /** The right answer and why. */
    public Solution solution() {
        var models = new ArrayList<Solution.Model>();
        for (var input : asked.inputs()) {
            if (key.answers().get(input.id()) instanceof Answer answer) {
                models.add(new Solution.Model(input.id(), answer.model(), answer.remarks()));
            }
        }
        return new Solution(models, key.explanation());
    }

    /** The experiment that was configured by the response to one input. */
    ExperimentSpec spec(String input, Response response) {
        return asked.inputs().stream()
                .filter(each -> each.id().equals(input))
                .filter(Input.Configuration.class::isInstance)
                .map(each -> ((Input.Configuration) each).spec(response.to(input)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(id + " has no experiment " + input));
    }

    /** Its canonical text, key included. */
    public String json() {
        var tree = new LinkedHashMap<Object, Object>((Map<?, ?>) Records.tree(this));
        tree.put(FORMAT, CURRENT);
        return Json.write(tree);
    }

    /**
     * @throws IllegalArgumentException when the text is not one of {@link #json}
     */
    public static DrawnQuestion read(String json) {
        return Records.read(tree(json), DrawnQuestion.class);
    }

    /**
     * What is asked alone: the key is not even read.
     *
     * @throws IllegalArgumentException when the text is not one of {@link #json}
     */
    public static Asked readAsked(String json) {
        if (!(tree(json).get("asked") instanceof Object asked)) {
            throw new IllegalArgumentException("not a drawn question: nothing is asked");
        }
        return Records.read(asked, Asked.class);
    }

    private static Map<?, ?> tree(String json) {
        if (!(Json.read(json) instanceof Map<?, ?> map) || !CURRENT.equals(map.get(FORMAT))) {
            throw new IllegalArgumentException("not a drawn question of format " + CURRENT);
        }
        return map;
    }
}
