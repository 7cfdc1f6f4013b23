package descent.flashcard.scheduling;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;

/**
 * How a memory fades and how reviews strengthen it: the formulas of FSRS-6.
 *
 * <p>With stability <i>S</i>, difficulty <i>D</i>, retrievability <i>R</i>, grade <i>G</i> (1
 * again, 2 hard, 3 good, 4 easy) and <i>t</i> days since the last review:
 *
 * <pre>
 * R(t, S)     = (1 + f·t/S)^(−w20)            f = 0.9^(−1/w20) − 1, so that R(S, S) = 0.9
 * I(r, S)     = S/f · (r^(−1/w20) − 1)        the days after which R has fallen to r
 * S0(G)       = w[G−1]
 * D0(G)       = w4 − e^(w5·(G−1)) + 1
 * D'(D, G)    = w7·D0(4) + (1 − w7)·(D − w6·(G−3)·(10−D)/9)
 * S'(recall)  = S·(1 + e^w8·(11−D)·S^(−w9)·(e^(w10·(1−R)) − 1)·(w15 if G=2)·(w16 if G=4))
 * S'(lapse)   = min(w11·D^(−w12)·((S+1)^w13 − 1)·e^(w14·(1−R)), S/e^(w17·w18))
 * S'(same day) = S·a, a = e^(w17·(G−3+w18))·S^(−w19), at least 1 for G ≥ 2
 * </pre>
 *
 * D0 is clamped to 1 … 10 where it is the difficulty of a card, but not inside of D'. A same-day
 * review rated Hard does not weaken the memory: the reference implementations agree on this since
 * July 2026 (py-fsrs 6.3.2); the page of the algorithm still had G ≥ 3 then.
 *
 * <p>Source: "The Algorithm", section FSRS-6, in the wiki of
 * github.com/open-spaced-repetition/fsrs4anki; the model goes back to J. Ye, J. Su, Y. Cao, <i>A
 * Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling</i>, KDD 2022,
 * doi:10.1145/3534678.3539081.
 *
 * <p>Computed with {@link StrictMath}: a log of reviews gives the same memory on every machine, to
 * the last bit.
 */
public final class MemoryModel {
    private final double[] w;
    private final double decay;
    private final double factor;
    private final double easyDifficulty;

    public MemoryModel(Parameters parameters) {
        w = parameters.toArray();
        decay = -w[20];
        factor = pow(0.9, 1 / decay) - 1;
        easyDifficulty = initialDifficulty(Rating.EASY);
    }

    /** R(t, S): the probability of recall, from 0 to 1. */
    public double retrievability(Memory memory, long elapsedDays) {
        return pow(1 + factor * Math.max(0, elapsedDays) / memory.stability(), decay);
    }

    /** I(r, S), in days with their fraction. */
    public double interval(double stability, double retention) {
        return stability / factor * (pow(retention, 1 / decay) - 1);
    }

    /** The memory after the very first review. */
    public Memory first(Rating rating) {
        return Memory.clamped(w[rating.grade() - 1], initialDifficulty(rating));
    }

    /** The memory after a further review, {@code elapsedDays} after the last one. */
    public Memory next(Memory memory, Rating rating, long elapsedDays) {
        return Memory.clamped(
                nextStability(memory, rating, elapsedDays),
                nextDifficulty(memory.difficulty(), rating));
    }

    private double nextStability(Memory memory, Rating rating, long elapsedDays) {
        if (elapsedDays < 1) {
            return sameDay(memory.stability(), rating);
        }
        double forgotten = 1 - retrievability(memory, elapsedDays);
        return rating.recalled() ? recall(memory, rating, forgotten) : lapse(memory, forgotten);
    }

    private double sameDay(double stability, Rating rating) {
        double growth = exp(w[17] * (rating.grade() - 3 + w[18])) * pow(stability, -w[19]);
        return stability * (rating.recalled() ? Math.max(growth, 1) : growth);
    }

    private double recall(Memory memory, Rating rating, double forgotten) {
        double growth =
                exp(w[8])
                        * (11 - memory.difficulty())
                        * pow(memory.stability(), -w[9])
                        * (exp(w[10] * forgotten) - 1);
        return memory.stability()
                * switch (rating) {
                    case AGAIN -> throw new IllegalArgumentException("not recalled");
                    case HARD -> 1 + growth * w[15];
                    case GOOD -> 1 + growth;
                    case EASY -> 1 + growth * w[16];
                };
    }

    private double lapse(Memory memory, double forgotten) {
        double forgetful =
                w[11]
                        * pow(memory.difficulty(), -w[12])
                        * (pow(memory.stability() + 1, w[13]) - 1)
                        * exp(w[14] * forgotten);
        return Math.min(forgetful, memory.stability() / exp(w[17] * w[18]));
    }

    private double initialDifficulty(Rating rating) {
        return w[4] - exp(w[5] * (rating.grade() - 1)) + 1;
    }

    private double nextDifficulty(double difficulty, Rating rating) {
        double moved = difficulty - w[6] * (rating.grade() - 3) * (10 - difficulty) / 9;
        return w[7] * easyDifficulty + (1 - w[7]) * moved;
    }
}
