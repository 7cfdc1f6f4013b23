package descent.experiment.lab;

import descent.engine.NumberText;
import descent.engine.diagnostics.LayerWeights;
import descent.engine.training.RunHeader;
import descent.run.record.Curves;
import descent.shared.csv.CsvWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A run for spreadsheets. */
final class CsvOfRun {
    private CsvOfRun() {}

    /** A column for each figure, a line for each point. */
    static String curves(Curves curves) {
        var head = new ArrayList<>(List.of("step", "epoch"));
        head.addAll(curves.header().map(RunHeader::figures).orElse(List.of()));
        var csv = new CsvWriter().line(head);
        for (var point : curves.points()) {
            var cells = new ArrayList<Object>(List.of(point.step(), number(point.epoch())));
            for (double value : point.values()) {
                cells.add(number(value));
            }
            csv.line(cells);
        }
        return csv.toString();
    }

    /** A line for each weight and bias: layer, what it is, from which input, to which unit. */
    static String weights(List<LayerWeights> weights) {
        var csv = new CsvWriter().line(List.of("layer", "role", "input", "unit", "value"));
        for (var matrix : weights) {
            boolean hasInputs = matrix.role().equals("weights");
            for (int i = 0; i < matrix.values().length; i++) {
                for (int j = 0; j < matrix.values()[i].length; j++) {
                    csv.line(
                            List.of(
                                    matrix.layer(),
                                    matrix.role(),
                                    hasInputs ? i + 1 : "",
                                    j + 1,
                                    new BigDecimal(NumberText.of(matrix.values()[i][j]))));
                }
            }
        }
        return csv.toString();
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? new BigDecimal(NumberText.of(value)) : "";
    }
}
