package descent.experiment.path;

import descent.engine.Inline;
import descent.engine.Or;
import descent.engine.Range;
import descent.engine.optimizer.Adadelta;
import descent.engine.optimizer.Adagrad;
import descent.engine.optimizer.Adam;
import descent.engine.optimizer.AdamW;
import descent.engine.optimizer.AmsGrad;
import descent.engine.optimizer.Lion;
import descent.engine.optimizer.Momentum;
import descent.engine.optimizer.Nadam;
import descent.engine.optimizer.Nesterov;
import descent.engine.optimizer.Optimizer;
import descent.engine.optimizer.RmsProp;
import descent.engine.optimizer.Sgd;
import descent.engine.path.LossSurface;
import descent.engine.spec.ExperimentSpec;
import descent.experiment.NumberField;
import descent.experiment.Typed;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The optimizers that can be sent down a surface. */
enum Walker {
    SGD("sgd", "Gradient descent", Sgd.class),
    MOMENTUM("momentum", "Momentum", Momentum.class),
    NESTEROV("nesterov", "Nesterov", Nesterov.class),
    ADAGRAD("adagrad", "Adagrad", Adagrad.class),
    ADADELTA("adadelta", "Adadelta", Adadelta.class),
    RMS_PROP("rmsProp", "RMSProp", RmsProp.class),
    ADAM("adam", "Adam", Adam.class),
    AMS_GRAD("amsGrad", "AMSGrad", AmsGrad.class),
    ADAM_W("adamW", "AdamW", AdamW.class),
    NADAM("nadam", "Nadam", Nadam.class),
    LION("lion", "Lion", Lion.class);

    private static final String RATE = "learningRate";

    private final String kind;
    private final String title;
    private final Class<? extends Optimizer> type;

    Walker(String kind, String title, Class<? extends Optimizer> type) {
        this.kind = kind;
        this.title = title;
        this.type = type;
    }

    /** As specs name it. */
    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** Its step is the rate times the gradient, and nothing else. */
    public boolean isPlain() {
        return this == SGD;
    }

    /** Its step is a sum of a gradient and of what it remembers. */
    public boolean isAdding() {
        return this == MOMENTUM || this == NESTEROV;
    }

    /** Its numbers, within the bounds that the engine's record gives. */
    List<NumberField> settings(LossSurface surface, Typed typed) {
        return components(type)
                .filter(component -> component.isAnnotationPresent(Range.class))
                .map(component -> {
                    var name = kind + "." + component.getName();
                    var range = component.getAnnotation(Range.class);
                    double usual =
                            component.getName().equals(RATE)
                                    ? usualRate(surface)
                                    : Double.parseDouble(component.getAnnotation(Or.class).value());
                    return NumberField.of(
                            name,
                            words(component.getName()),
                            range.min(),
                            range.max(),
                            usual,
                            typed.in(name));
                })
                .toList();
    }

    private static Stream<RecordComponent> components(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .flatMap(component ->
                        component.isAnnotationPresent(Inline.class)
                                ? components(component.getType())
                                : Stream.of(component));
    }

    /** learningRate as people write it: learning rate. */
    private static String words(String name) {
        var spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /**
     * One that gets somewhere. Where steps are as long as the gradient, steep surfaces want small
     * ones; the others make steps of the same length everywhere.
     */
    private double usualRate(LossSurface surface) {
        return switch (this) {
            case SGD ->
                    switch (surface) {
                        case BOWL, SADDLE -> 0.1;
                        case RAVINE -> 0.08;
                        case ROSENBROCK -> 0.002;
                        case BEALE -> 0.02;
                        case TWO_MINIMA -> 0.05;
                    };
            case MOMENTUM, NESTEROV ->
                    switch (surface) {
                        case BOWL, SADDLE -> 0.05;
                        case RAVINE, TWO_MINIMA -> 0.02;
                        case BEALE -> 0.005;
                        case ROSENBROCK -> 0.001;
                    };
            case ADAGRAD, ADADELTA -> 1;
            case RMS_PROP, LION -> 0.05;
            case ADAM, AMS_GRAD, ADAM_W, NADAM -> 0.3;
        };
    }

    /**
     * @param settings without problems
     */
    Optimizer optimizer(List<NumberField> settings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", kind);
        settings.forEach(
                field -> tree.put(field.name().substring(kind.length() + 1), field.value()));
        // The reader of specs makes an optimizer of any kind; of the rest of this spec nothing is
        // used.
        return ExperimentSpec.read(
                        Map.of(
                                "data", Map.of("kind", "sine"),
                                "network", Map.of("layers", List.of()),
                                "optimizer", tree))
                .optimizer();
    }
}
