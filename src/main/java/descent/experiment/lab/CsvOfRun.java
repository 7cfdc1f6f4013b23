package descent.experiment.lab;

import descent.engine.NumberText;
import descent.engine.diagnostics.LayerWeights;
import descent.engine.training.RunHeader;
import descent.run.record.Curves;
import java.util.ArrayList;
import java.util.List;

/** A run for spreadsheets. */
final class CsvOfRun {
    private CsvOfRun() {}

    /** A column for each figure, a line for each point. */
    static String curves(Curves curves) {
        var head = new ArrayList<>(List.of("step", "epoch"));
        head.addAll(curves.header().map(RunHeader::figures).orElse(List.of()));
        var text = new StringBuilder(Csv.line(head));
        for (var point : curves.points()) {
            var cells =
                    new ArrayList<>(List.of(String.valueOf(point.step()), number(point.epoch())));
            for (double value : point.values()) {
                cells.add(number(value));
            }
            text.append(Csv.line(cells));
        }
        return text.toString();
    }

    /** A line for each weight and bias: layer, what it is, from which input, to which unit. */
    static String weights(List<LayerWeights> weights) {
        var text = new StringBuilder(Csv.line(List.of("layer", "role", "input", "unit", "value")));
        for (var matrix : weights) {
            for (int i = 0; i < matrix.values().length; i++) {
                for (int j = 0; j < matrix.values()[i].length; j++) {
                    text.append(
                            Csv.line(
                                    List.of(
                                            matrix.layer(),
                                            matrix.role(),
                                            matrix.role().equals("weights") ? "" + (i + 1) : "",
                                            String.valueOf(j + 1),
                                            NumberText.of(matrix.values()[i][j]))));
                }
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? NumberText.of(value) : "";
    }
}
