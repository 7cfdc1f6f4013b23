package descent.quiz.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well somebody knows each concept, as far as answers tell: the mean of Beta(1, 1) after adding
 * each answer's fraction to its first number and what is missing to 1 to the second, both weighted
 * by 0.5^(age / 30 days).
 */
record Strengths(Map<String, Double> byConcept) {
    private static final double HALF_LIFE_DAYS = 30;

    /** Of a concept that nothing is known of: the mean of Beta(1, 1). */
    private static final double UNKNOWN = 0.5;

    /** An answer that was given before. */
    record Answered(String concept, BigDecimal fraction, Instant at) {}

    Strengths {
        byConcept = Map.copyOf(byConcept);
    }

    static Strengths of(List<Answered> answers, Instant now) {
        var right = new HashMap<String, Double>();
        var all = new HashMap<String, Double>();
        for (var answer : answers) {
            double days = Duration.between(answer.at, now).toSeconds() / 86_400.0;
            double weight = Math.pow(0.5, Math.max(0, days) / HALF_LIFE_DAYS);
            double fraction = Math.clamp(answer.fraction.doubleValue(), 0, 1);
            right.merge(answer.concept, weight * fraction, Double::sum);
            all.merge(answer.concept, weight, Double::sum);
        }
        var strengths = new HashMap<String, Double>();
        all.forEach((concept, weight) ->
                strengths.put(concept, (1 + right.getOrDefault(concept, 0.0)) / (2 + weight)));
        return new Strengths(strengths);
    }

    /** From 0 to 1. */
    double of(String concept) {
        return byConcept.getOrDefault(concept, UNKNOWN);
    }

    boolean knows(String concept) {
        return byConcept.containsKey(concept);
    }

    /** The weakest first. */
    Comparator<String> weakFirst() {
        return Comparator.comparingDouble(this::of);
    }
}
