package descent.question;

import descent.engine.spec.SpecException;
import descent.question.answer.RunAnswer;
import descent.question.answer.RunAnswer.Side;
import descent.question.drawn.Input;
import descent.question.tree.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A configuration is asked for whose run reaches a target; the run itself decides.
 *
 * @param task what is asked of the run, Markdown
 * @param start the configuration that is given
 * @param free what of it may be changed: paths such as {@code optimizer.learningRate}
 */
public record Experiment(
        Basics basics, String task, Map<String, Object> start, List<String> free, RunAnswer answer)
        implements Question {
    /** The bound of a target: either below or above. */
    private record Target(String figure, Side side, BigDecimal bound) {}

    public Experiment {
        free = List.copyOf(free);
        var input = new Input.Configuration(Draw.ANSWER, task, start, free);
        try {
            if (input.startValues().isEmpty()) {
                throw new IllegalArgumentException("free: at least one path may be changed");
            }
        } catch (SpecException e) {
            throw new IllegalArgumentException("start: " + e.getMessage(), e);
        }
    }

    static Experiment read(Basics basics, Fields fields) {
        var task = fields.text("task");
        var start = fields.tree("start");
        var free = fields.texts("free");
        var target = fields.map("target", Experiment::target);
        Map<String, BigDecimal> limits =
                fields.has("limits") ? fields.named("limits", each -> each::number) : Map.of();
        var said = fields.map("feedback", Experiment::said);
        return fields.made(() ->
                new Experiment(
                        basics,
                        task,
                        start,
                        free,
                        new RunAnswer(
                                target.figure,
                                target.side,
                                target.bound,
                                limits,
                                said.get(0),
                                said.get(1),
                                said.get(2))));
    }

    private static Target target(Fields fields) {
        var figure = fields.text("figure");
        var side = fields.has("above") ? Side.ABOVE : Side.BELOW;
        var bound = fields.number(side == Side.ABOVE ? "above" : "below");
        return fields.made(() -> new Target(figure, side, bound));
    }

    private static List<String> said(Fields fields) {
        var reached = fields.text("reached");
        var missed = fields.text("missed");
        var over = fields.textOr("over", missed);
        return fields.made(() -> List.of(reached, missed, over));
    }

    void ask(Draw draw) {
        draw.ask(new Input.Configuration(Draw.ANSWER, task, start, free), answer);
    }
}
