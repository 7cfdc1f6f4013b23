package descent.experiment.preset;

import descent.shared.text.Html;
import java.util.List;

/**
 * A preset as it is shown.
 *
 * @param curves the figures to be drawn over the steps
 * @param figures those of the table, at the final weights
 */
public record PresetCard(
        String id,
        String title,
        Html claim,
        Html ask,
        List<Choice> choices,
        List<String> curves,
        List<Figure> figures,
        List<Row> rows,
        Html answer,
        Html explanation) {
    /** One of the predictions. */
    public record Choice(String id, Html text, boolean right, Html feedback) {}

    /** A figure and its heading. */
    public record Figure(String name, String heading) {}

    /**
     * A run as it was recorded.
     *
     * @param standing what came of it, in words
     * @param cells in the order of {@link PresetCard#figures}
     */
    public record Row(String label, String standing, List<Cell> cells) {}

    public record Cell(String figure, String text) {}
}
