package descent.question.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What optimizers keep for each parameter, beside it and its gradient. */
enum OptimizerState {
    SGD("plain SGD", 0, "nothing"),
    MOMENTUM("SGD with momentum", 1, "its velocity"),
    NESTEROV("SGD with Nesterov momentum", 1, "its velocity"),
    ADAGRAD("Adagrad", 1, "the sum of its squared gradients"),
    RMSPROP("RMSProp", 1, "an average of its squared gradients"),
    ADAM("Adam", 2, "an average of its gradients and one of their squares"),
    ADAMW("AdamW", 2, "an average of its gradients and one of their squares");

    final String title;
    final int perParameter;
    final String keeps;

    OptimizerState(String title, int perParameter, String keeps) {
        this.title = title;
        this.perParameter = perParameter;
        this.keeps = keeps;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    }

    static OptimizerState of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
