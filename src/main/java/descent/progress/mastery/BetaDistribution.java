package descent.progress.mastery;

/**
 * The distribution of an unknown share, after {@code alpha - 1} successes and {@code beta - 1}
 * failures of which nothing was known before.
 *
 * <p>The distribution function is the regularized incomplete beta function <i>I</i>ₓ(α, β), by its
 * continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22), evaluated by
 * Lentz's method; ln Γ is Lanczos's approximation with g = 7 and nine terms.
 */
record BetaDistribution(double alpha, double beta) {
    private static final double[] LANCZOS = {
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double TINY = 1e-300;
    private static final double PRECISE = 1e-15;

    BetaDistribution {
        if (!(alpha > 0 && alpha < 1e9 && beta > 0 && beta < 1e9)) {
            throw new IllegalArgumentException(
                    "alpha and beta must be positive, were %s and %s".formatted(alpha, beta));
        }
    }

    /** The share below which the unknown one lies with this probability, to 12 digits. */
    double quantile(double probability) {
        double low = 0;
        double high = 1;
        while (high - low > 1e-13) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability that the unknown share is at most x. */
    double cumulative(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front =
                StrictMath.exp(
                        alpha * StrictMath.log(x)
                                + beta * StrictMath.log1p(-x)
                                + logGamma(alpha + beta)
                                - logGamma(alpha)
                                - logGamma(beta));
        // The fraction converges fast on this side of the mean; the other is its mirror.
        return x < (alpha + 1) / (alpha + beta + 2)
                ? front * fraction(alpha, beta, x) / alpha
                : 1 - front * fraction(beta, alpha, 1 - x) / beta;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISE) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return 0.5 * StrictMath.log(2 * Math.PI)
                + (x - 0.5) * StrictMath.log(t)
                - t
                + StrictMath.log(sum);
    }
}
