package descent.engine.training;

import descent.engine.diagnostics.UnitActivity;
import descent.engine.nn.ActivationLayer;
import descent.engine.nn.Network;
import descent.engine.nn.Parameter;
import descent.engine.spec.LayerFigure;
import descent.engine.tensor.Squares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of each layer, those that were asked for. */
final class LayerRecorder {
    /** Below this a weight is as good as not there. */
    private static final float SMALL = 0.001f;

    private final List<LayerFigure> wanted;
    private final Network network;
    private final Map<String, List<Parameter>> layers = new LinkedHashMap<>();
    private final List<UnitActivity> activities = new ArrayList<>();
    private final float[] before;
    private final double[] gradientNorms;
    private final double[] updateRatios;
    private double wholeGradientNorm = Double.NaN;

    LayerRecorder(List<LayerFigure> wanted, Network network) {
        this.wanted = wanted;
        this.network = network;
        for (var p : network.parameters().all())
            // A layer's weights, or a normalisation's gain and shift.
            if (p.role() != Parameter.Role.BIAS)
                layers.computeIfAbsent(p.layer(), _ -> new ArrayList<>()).add(p);
        if (wants(LayerFigure.SATURATION) || wants(LayerFigure.DEAD_UNITS))
            for (var layer : network.layers())
                if (layer instanceof ActivationLayer activation)
                    activities.add(new UnitActivity(activation));
        int size = network.parameters().values().length;
        before = new float[wants(LayerFigure.UPDATE_RATIO) ? size : 0];
        gradientNorms = new double[layers.size()];
        updateRatios = new double[layers.size()];
        Arrays.fill(gradientNorms, Double.NaN);
        Arrays.fill(updateRatios, Double.NaN);
    }

    private boolean wants(LayerFigure figure) {
        return wanted.contains(figure);
    }

    List<String> layers() {
        return List.copyOf(layers.keySet());
    }

    List<String> figures() {
        var names = new ArrayList<String>();
        for (var figure : wanted)
            switch (figure) {
                case GRADIENT_NORM -> {
                    names.add(figure.text());
                    layers.keySet().forEach(layer -> names.add(figure.text() + "." + layer));
                }
                case WEIGHT_NORM, UPDATE_RATIO, SMALL_WEIGHTS ->
                        layers.keySet().forEach(layer -> names.add(figure.text() + "." + layer));
                case SATURATION, DEAD_UNITS ->
                        activities.stream()
                                .filter(activity -> concerns(figure, activity))
                                .forEach(a -> names.add(figure.text() + "." + a.layer()));
            }
        return names;
    }

    private static boolean concerns(LayerFigure figure, UnitActivity activity) {
        return figure == LayerFigure.SATURATION
                ? UnitActivity.saturates(activity.function())
                : UnitActivity.dies(activity.function());
    }

    /** In a step that leads to a point, once the gradients stand and before the update. */
    void beforeUpdate() {
        if (wants(LayerFigure.GRADIENT_NORM)) {
            wholeGradientNorm = network.parameters().gradientNorm();
            int i = 0;
            for (var parameters : layers.values()) {
                double sum = 0;
                for (var p : parameters) sum += Squares.sum(p.gradient());
                gradientNorms[i++] = Math.sqrt(sum);
            }
        }
        System.arraycopy(network.parameters().values(), 0, before, 0, before.length);
    }

    /** In the same step, after the update. */
    void afterUpdate() {
        if (!wants(LayerFigure.UPDATE_RATIO)) return;
        int i = 0;
        for (var parameters : layers.values()) {
            double change = 0;
            double size = 0;
            for (var p : parameters) {
                var w = p.value();
                for (int r = 0; r < w.rows(); r++)
                    for (int c = 0; c < w.columns(); c++) {
                        double old = before[w.index(r, c)];
                        double moved = w.get(r, c) - old;
                        change += moved * moved;
                        size += old * old;
                    }
            }
            updateRatios[i++] = Math.sqrt(change / size);
        }
    }

    void startEvaluation() {
        activities.forEach(UnitActivity::reset);
    }

    /** While the training examples are evaluated: the layers have seen so many. */
    void observe(int rows) {
        for (var activity : activities) activity.observe(rows);
    }

    /** Appends the figures in the order of {@link #figures}. */
    int put(double[] values, int at) {
        for (var figure : wanted)
            switch (figure) {
                case GRADIENT_NORM -> {
                    values[at++] = wholeGradientNorm;
                    for (double norm : gradientNorms) values[at++] = norm;
                }
                case WEIGHT_NORM -> {
                    for (var parameters : layers.values()) {
                        double sum = 0;
                        for (var p : parameters) sum += Squares.sum(p.value());
                        values[at++] = Math.sqrt(sum);
                    }
                }
                case UPDATE_RATIO -> {
                    for (double ratio : updateRatios) values[at++] = ratio;
                }
                case SMALL_WEIGHTS -> {
                    for (var parameters : layers.values()) values[at++] = smallShare(parameters);
                }
                case SATURATION, DEAD_UNITS -> {
                    for (var activity : activities)
                        if (concerns(figure, activity))
                            values[at++] =
                                    figure == LayerFigure.SATURATION
                                            ? activity.saturation()
                                            : activity.deadUnits();
                }
            }
        return at;
    }

    private static double smallShare(List<Parameter> parameters) {
        int small = 0;
        int all = 0;
        for (var p : parameters) {
            var w = p.value();
            for (int r = 0; r < w.rows(); r++)
                for (int c = 0; c < w.columns(); c++) if (Math.abs(w.get(r, c)) < SMALL) small++;
            all += p.count();
        }
        return (double) small / all;
    }
}
