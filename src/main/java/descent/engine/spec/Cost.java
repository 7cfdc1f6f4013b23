package descent.engine.spec;

/**
 * What a run needs, computed from its spec alone. All numbers are exact for a run that does all its
 * steps; one that ends earlier needs less work.
 *
 * @param parameters numbers that are trained
 * @param steps updates of all of them
 * @param trainingMultiplyAdds of the matrix products of all steps
 * @param recordingMultiplyAdds of those for the recorded points and snapshots
 * @param updateOperations additions or so of the optimizer, for all weights in all steps
 * @param weightBytes weights and biases, float32, without padding (so the others)
 * @param gradientBytes as many again
 * @param stateBytes what the optimizer keeps
 * @param activationBytes what the layers keep for the examples of a batch, with padding
 * @param dataBytes the examples, with padding; twice where they are shuffled
 * @param points recorded points
 * @param pointNumbers numbers in all of them, as {@code RunHeader.figures} lists them for one
 * @param snapshots recorded snapshots
 * @param snapshotNumbers numbers in all of them, about
 * @param longestStretch multiply-adds of a step or of a recording, whichever is more: for so long a
 *     run does not hear that it is to end
 */
public record Cost(
        long parameters,
        long steps,
        long trainingMultiplyAdds,
        long recordingMultiplyAdds,
        long updateOperations,
        long weightBytes,
        long gradientBytes,
        long stateBytes,
        long activationBytes,
        long dataBytes,
        long points,
        long pointNumbers,
        long snapshots,
        long snapshotNumbers,
        long longestStretch) {

    static Cost of(ExperimentSpec spec) {
        return CostSums.of(spec);
    }

    /** All work, an operation of the optimizer counted as one of them. */
    public long multiplyAdds() {
        return trainingMultiplyAdds + recordingMultiplyAdds + updateOperations;
    }

    public long bytes() {
        return weightBytes + gradientBytes + stateBytes + activationBytes + dataBytes;
    }
}
