package descent.quiz.statistics;

/**
 * A figure with the interval that holds the true value in 95 of 100 such samples.
 *
 * @param low not above the value, as {@code high} is not below
 */
public record Estimate(double value, double low, double high) {
    /** The normal distribution's quantile for 95 %. */
    private static final double Z = 1.959963984540054;

    /**
     * A mean share, by E. B. Wilson's score interval (1927). A share that is not all or nothing
     * varies less than that assumes: the interval is rather too wide.
     *
     * @param share from 0 to 1; outside, as negative marks make it, it is clamped for the interval
     */
    static Estimate ofShare(double share, int n) {
        double p = Math.clamp(share, 0, 1);
        double z2 = Z * Z / n;
        double middle = (p + z2 / 2) / (1 + z2);
        double reach = Z / (1 + z2) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n));
        return new Estimate(
                share,
                Math.min(share, Math.max(0, middle - reach)),
                Math.max(share, Math.min(1, middle + reach)));
    }

    /** A mean, by its standard error. */
    static Estimate ofMean(Moments moments) {
        double reach = Z * moments.deviation() / Math.sqrt(moments.n());
        return new Estimate(moments.mean(), moments.mean() - reach, moments.mean() + reach);
    }

    /** A correlation, by R. A. Fisher's transformation (1915). */
    static Estimate ofCorrelation(double r, int n) {
        if (Math.abs(r) >= 1) {
            return new Estimate(r, r, r);
        }
        double z = Math.log((1 + r) / (1 - r)) / 2;
        double reach = Z / Math.sqrt(n - 3);
        return new Estimate(r, Math.tanh(z - reach), Math.tanh(z + reach));
    }

    /**
     * An internal consistency, by D. G. Bonett (2002): ln(1 - α) is about normal, with variance 2k
     * / ((k - 1)(n - 2)).
     *
     * @param k questions
     * @param n papers
     */
    static Estimate ofConsistency(double alpha, int k, int n) {
        if (alpha >= 1) {
            return new Estimate(alpha, alpha, alpha);
        }
        double reach = Z * Math.sqrt(2.0 * k / ((k - 1.0) * (n - 2)));
        double left = 1 - alpha;
        return new Estimate(alpha, 1 - left * Math.exp(reach), 1 - left * Math.exp(-reach));
    }
}
