package descent.engine.training;

import java.util.List;

/**
 * What is known of a run before its first step.
 *
 * @param figures the names of what points hold, such as train.loss or gradientNorm.dense1
 * @param layers the names of the trainable layers, from the input on
 * @param parameters how many numbers are trained
 * @param steps the most it can have
 * @param stepsPerEpoch of a whole epoch
 * @param interval steps between two points
 */
public record RunHeader(
        List<String> figures,
        List<String> layers,
        int parameters,
        long steps,
        int stepsPerEpoch,
        int interval) {}
