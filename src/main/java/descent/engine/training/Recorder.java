package descent.engine.training;

import descent.engine.data.PreparedData;
import descent.engine.diagnostics.Evaluation;
import descent.engine.diagnostics.Evaluator;
import descent.engine.loss.Targets;
import descent.engine.regularization.Regularizer;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Figure;
import java.util.ArrayList;
import java.util.List;

/** Makes the points of a run: which figures there are, and their values now. */
final class Recorder {
    private static final String BATCH_LOSS = "batch.loss";
    private static final String PENALTY = "penalty";
    private static final String LEARNING_RATE = "learningRate";

    private final ExperimentSpec spec;
    private final PreparedData data;
    private final Targets trainingTargets;
    private final Targets validationTargets;
    private final Evaluator evaluator;
    private final Regularizer regularizer;
    private final LayerRecorder layers;
    private final List<String> figures;

    Recorder(
            ExperimentSpec spec,
            PreparedData data,
            Targets trainingTargets,
            Targets validationTargets,
            Evaluator evaluator,
            Regularizer regularizer,
            LayerRecorder layers) {
        this.spec = spec;
        this.data = data;
        this.trainingTargets = trainingTargets;
        this.validationTargets = validationTargets;
        this.evaluator = evaluator;
        this.regularizer = regularizer;
        this.layers = layers;
        figures = names();
    }

    List<String> figures() {
        return figures;
    }

    private boolean validates() {
        return data.validation().size() > 0;
    }

    private boolean classifies() {
        return spec.data().source().task().isClassification();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        names.add(Figure.TRAIN_LOSS.text());
        if (validates()) names.add(Figure.VALIDATION_LOSS.text());
        if (classifies()) names.add(Figure.TRAIN_ACCURACY.text());
        if (classifies() && validates()) names.add(Figure.VALIDATION_ACCURACY.text());
        names.add(BATCH_LOSS);
        if (spec.regularization().penalizes()) names.add(PENALTY);
        names.add(LEARNING_RATE);
        names.addAll(layers.figures());
        return List.copyOf(names);
    }

    /**
     * @param batchLoss of the step that led here; NaN before the first
     * @param learningRate of that step; before the first, of the first
     */
    Point point(long step, double epoch, double batchLoss, double learningRate) {
        layers.startEvaluation();
        var training =
                evaluator.evaluate(data.training().inputs(), trainingTargets, layers::observe);
        var values = new double[figures.size()];
        int at = 0;
        values[at++] = training.loss();
        var validation = validates() ? evaluateValidation() : null;
        if (validation != null) values[at++] = validation.loss();
        if (classifies()) values[at++] = training.accuracy();
        if (classifies() && validation != null) values[at++] = validation.accuracy();
        values[at++] = batchLoss;
        if (spec.regularization().penalizes()) values[at++] = regularizer.penalty();
        values[at++] = learningRate;
        at = layers.put(values, at);
        if (at != values.length) throw new IllegalStateException(at + " of " + figures);
        for (int i = 1; i < at; i++) if (Double.isInfinite(values[i])) values[i] = Double.NaN;
        return new Point(step, epoch, values);
    }

    private Evaluation evaluateValidation() {
        return evaluator.evaluate(data.validation().inputs(), validationTargets, _ -> {});
    }

    double value(Figure figure, Point point) {
        return point.values()[figures.indexOf(figure.text())];
    }

    double trainingLoss(Point point) {
        return point.values()[0];
    }

    /** What stops and schedules go by: the validation loss where there is one. */
    double watchedLoss(Point point) {
        return value(validates() ? Figure.VALIDATION_LOSS : Figure.TRAIN_LOSS, point);
    }
}
