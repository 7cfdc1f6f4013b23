package descent.quiz.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How good a test is, by the formulas of Moodle's quiz statistics. Marks are in points.
 *
 * @param consistency k / (k - 1) (1 - sum of the questions' variances / variance of the totals), L.
 *     J. Cronbach's alpha: from how much of what the papers differ by comes of what the learners
 *     know
 * @param errorRatio sqrt(1 - consistency): how much of the standard deviation is chance
 * @param standardError of a learner's mark, in points: error ratio times standard deviation
 */
public record TestStatistics(
        int papers,
        Optional<Estimate> mean,
        OptionalDouble median,
        OptionalDouble deviation,
        OptionalDouble skewness,
        OptionalDouble kurtosis,
        Optional<Estimate> consistency,
        OptionalDouble errorRatio,
        OptionalDouble standardError) {
    public static TestStatistics of(List<Paper> papers) {
        int n = papers.size();
        boolean levels = n >= QuestionStatistics.ENOUGH_FOR_LEVELS;
        boolean relations = n >= QuestionStatistics.ENOUGH_FOR_RELATIONS;
        var totals = papers.stream().mapToDouble(Paper::total).toArray();
        var moments = Moments.of(totals);
        double alpha = consistency(papers, moments);
        double errorRatio = Math.sqrt(1 - alpha);
        return new TestStatistics(
                n,
                levels ? Optional.of(Estimate.ofMean(moments)) : Optional.empty(),
                number(levels, levels ? Moments.median(totals) : Double.NaN),
                number(levels, moments.deviation()),
                number(relations, moments.skewness()),
                number(relations, moments.kurtosis()),
                number(relations, alpha).stream()
                        .mapToObj(a -> Estimate.ofConsistency(a, places(papers), n))
                        .findFirst(),
                number(relations, errorRatio),
                number(relations, errorRatio * moments.deviation()));
    }

    /** Over the places of the paper: a place may hold another question in each. */
    private static double consistency(List<Paper> papers, Moments totals) {
        int k = places(papers);
        if (k < 2 || totals.n() < 2) {
            return Double.NaN;
        }
        double variances =
                IntStream.range(0, k)
                        .mapToObj(place ->
                                papers.stream()
                                        .mapToDouble(paper -> paper.answers().get(place).mark())
                                        .toArray())
                        .mapToDouble(marks -> Moments.of(marks).variance())
                        .sum();
        return k / (k - 1.0) * (1 - variances / totals.variance());
    }

    /** How many questions each paper has; 0 where they differ. */
    private static int places(List<Paper> papers) {
        var sizes = papers.stream().map(paper -> paper.answers().size()).distinct().toList();
        return sizes.size() == 1 ? sizes.getFirst() : 0;
    }

    private static OptionalDouble number(boolean enough, double value) {
        return enough && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
