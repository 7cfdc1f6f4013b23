package descent.quiz.statistics;

import java.util.Arrays;

/**
 * Of a sample: its mean and the sums of the powers of what each value differs from it.
 *
 * @param power2 the sum of squares; {@code power3} and {@code power4} likewise
 */
record Moments(int n, double mean, double power2, double power3, double power4) {
    static Moments of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double power2 = 0;
        double power3 = 0;
        double power4 = 0;
        for (double value : values) {
            double difference = value - mean;
            power2 += difference * difference;
            power3 += difference * difference * difference;
            power4 += difference * difference * difference * difference;
        }
        return new Moments(values.length, mean, power2, power3, power4);
    }

    /** Without bias: divided by n - 1. */
    double variance() {
        return power2 / (n - 1);
    }

    double deviation() {
        return Math.sqrt(variance());
    }

    /** k3 / k2^(3/2), by R. A. Fisher's k-statistics; NaN where all values are the same. */
    double skewness() {
        double m3 = power3 / n;
        double k3 = (double) n * n * m3 / ((n - 1.0) * (n - 2));
        return k3 / Math.pow(variance(), 1.5);
    }

    /** k4 / k2²: 0 for a normal distribution; NaN where all values are the same. */
    double kurtosis() {
        double m2 = power2 / n;
        double m4 = power4 / n;
        double k4 =
                (double) n
                        * n
                        * ((n + 1) * m4 - 3 * (n - 1.0) * m2 * m2)
                        / ((n - 1.0) * (n - 2) * (n - 3));
        return k4 / (variance() * variance());
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Without bias. */
    static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = Arrays.stream(y).average().orElse(Double.NaN);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }
}
