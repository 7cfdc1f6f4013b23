package descent.progress.mastery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How well somebody knows a concept, as far as the answers tell.
 *
 * <p>Nothing is assumed at first: Beta(1, 1). Each answer adds its fraction to α, and what is
 * missing to 1 to β, both weighted by 0.5^(age / 30 days). Mastery is the share that is exceeded
 * with a probability of 80 %: the 20 % quantile of Beta(α, β). Few answers, or old ones, prove
 * little, however right they were.
 *
 * @param answers how many there were
 * @param average of their fractions, weighted; 0 without answers
 * @param share the mastery, from 0 to 1
 */
public record Mastery(long answers, double average, double share) {
    public static final Duration HALF_LIFE = Duration.ofDays(30);
    static final double QUANTILE = 0.2;
    static final double GETTING_THERE = 0.5;
    static final double HOLDS = 0.8;
    private static final double WEAK = 0.7;

    /** For people. */
    public static final String RULE =
            "Each answer in tests and practice counts for the concept with its share of the points, and half as much"
                    + " after 30 days. Mastery is the share of points that you would reach with a probability of 80 %:"
                    + " few answers prove little. Below 50 % is \"not yet\", below 80 % \"getting there\", from 80 % on it"
                    + " \"holds\".";

    public enum Level {
        NOT_YET("not yet"),
        GETTING_THERE("getting there"),
        HOLDS("holds");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * An answer.
     *
     * @param fraction of its points, from 0 to 1
     */
    public record Answered(double fraction, Instant at) {
        public Answered {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException(
                        "the fraction of an answer is from 0 to 1, was " + fraction);
            }
        }
    }

    public static Mastery of(List<Answered> answers, Instant now) {
        double right = 0;
        double missing = 0;
        for (var answer : answers) {
            double weight = weight(answer.at(), now);
            right += weight * answer.fraction();
            missing += weight * (1 - answer.fraction());
        }
        return ofSums(answers.size(), right, missing);
    }

    /**
     * @param right the weighted sum of the fractions
     * @param missing of what they lack to 1
     */
    public static Mastery ofSums(long answers, double right, double missing) {
        return new Mastery(
                answers,
                right == 0 ? 0 : right / (right + missing),
                new BetaDistribution(1 + right, 1 + missing).quantile(QUANTILE));
    }

    /** An answer from the future, by a clock that was put back, is of now. */
    private static double weight(Instant at, Instant now) {
        double halfLives = (double) Duration.between(at, now).toMillis() / HALF_LIFE.toMillis();
        return StrictMath.pow(0.5, Math.max(0, halfLives));
    }

    public Level level() {
        if (share < GETTING_THERE) {
            return Level.NOT_YET;
        }
        return share < HOLDS ? Level.GETTING_THERE : Level.HOLDS;
    }

    /** Whether the answers were worth too little, rather than too few. */
    public boolean isWeak() {
        return answers > 0 && level() == Level.NOT_YET && average < WEAK;
    }

    public int percent() {
        return (int) Math.floor(share * 100);
    }
}
