package descent.flashcard.scheduling;

import java.util.List;

/**
 * The 21 weights <i>w</i>₀ … <i>w</i>₂₀ of FSRS-6, without unit except <i>w</i>₀ … <i>w</i>₃, which
 * are days.
 *
 * <p>Other versions of FSRS have other numbers of weights and give other intervals: they are
 * refused.
 */
public record Parameters(List<Double> weights) {
    private static final int COUNT = 21;

    /** The ranges within which the weights are fitted to data in py-fsrs and fsrs-rs. */
    private static final double[] LOWEST = {
        0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0,
        1, 0, 0, 0, 0.1
    };

    private static final double[] HIGHEST = {
        100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8
    };

    /**
     * The weights that fit the reviews of about 10,000 Anki users best: the defaults of FSRS-6 as
     * py-fsrs, ts-fsrs, go-fsrs and fsrs-rs have them.
     */
    public static final Parameters DEFAULT =
            new Parameters(
                    List.of(
                            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722,
                            0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425,
                            0.0912, 0.0658, 0.1542));

    public Parameters {
        weights = List.copyOf(weights);
        if (weights.size() != COUNT) {
            throw new IllegalArgumentException(
                    "FSRS-6 has %d weights, given were %d".formatted(COUNT, weights.size()));
        }
        for (int i = 0; i < COUNT; i++) {
            double weight = weights.get(i);
            if (!(LOWEST[i] <= weight && weight <= HIGHEST[i])) {
                throw new IllegalArgumentException(
                        "weight %d must be from %s to %s, was %s"
                                .formatted(i, LOWEST[i], HIGHEST[i], weight));
            }
        }
    }

    double[] toArray() {
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
