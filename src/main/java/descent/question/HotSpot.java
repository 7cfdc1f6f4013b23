package descent.question;

import descent.question.answer.ChoiceAnswer;
import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.drawn.Input;
import descent.question.tree.Fields;
import java.math.BigDecimal;
import java.util.List;

/**
 * A place on a figure is asked for; any correct region is right.
 *
 * @param figure as the lesson names it, {@code figures/x.svg}
 * @param alternative the figure in words
 */
public record HotSpot(Basics basics, String figure, String alternative, List<Region> regions)
        implements Question {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A rectangle on the figure, in percent of its width and height.
     *
     * @param label by which it can be chosen from a list
     */
    public record Region(
            String id,
            BigDecimal x,
            BigDecimal y,
            BigDecimal width,
            BigDecimal height,
            String label,
            boolean correct,
            String feedback) {
        public Region {
            if (x.signum() < 0
                    || y.signum() < 0
                    || width.signum() <= 0
                    || height.signum() <= 0
                    || x.add(width).compareTo(HUNDRED) > 0
                    || y.add(height).compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException(
                        "shape is [x, y, width, height] within 0 and 100, was [%s, %s, %s, %s]"
                                .formatted(x, y, width, height));
            }
        }
    }

    public HotSpot {
        regions = List.copyOf(regions);
        if (regions.stream().map(Region::correct).distinct().count() != 2) {
            throw new IllegalArgumentException(
                    "at least one region must be correct, and at least one not");
        }
        Option.different("region", regions, Region::id);
        Option.differentTexts("region", regions, Region::label);
    }

    static HotSpot read(Basics basics, Fields fields) {
        var figure = fields.text("figure");
        var alternative = fields.text("alternative");
        var regions = fields.list("regions", HotSpot::region);
        return fields.made(() -> new HotSpot(basics, figure, alternative, regions));
    }

    private static Region region(Fields fields) {
        var id = fields.id("id");
        var shape = fields.numbers("shape");
        if (shape.size() != 4) {
            fields.problem("shape", "must be [x, y, width, height]");
        }
        var label = fields.text("label");
        boolean correct = fields.flagOr("correct", false);
        var feedback = fields.text("feedback");
        return fields.made(() ->
                new Region(
                        id,
                        shape.get(0),
                        shape.get(1),
                        shape.get(2),
                        shape.get(3),
                        label,
                        correct,
                        feedback));
    }

    void ask(Draw draw) {
        var shown = draw.shuffled(regions, _ -> false);
        draw.ask(
                new Input.Spot(
                        Draw.ANSWER,
                        figure,
                        alternative,
                        shown.stream()
                                .map(r ->
                                        new Input.Region(
                                                draw.word(r.id),
                                                r.label,
                                                r.x,
                                                r.y,
                                                r.width,
                                                r.height))
                                .toList()),
                new ChoiceAnswer(
                        shown.stream()
                                .map(r ->
                                        new ChoiceAnswer.Option(
                                                draw.word(r.id), r.correct, r.feedback))
                                .toList(),
                        Scoring.ANY,
                        ""));
    }
}
