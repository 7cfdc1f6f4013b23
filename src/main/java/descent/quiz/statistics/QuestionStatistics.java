package descent.quiz.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good a question is, by the formulas of Moodle's quiz statistics (docs.moodle.org, "Quiz
 * statistics calculations"): x is what the question earned, y what the rest of the paper did.
 *
 * @param papers in which it was asked
 * @param facility mean of x by what it could earn; the smaller, the harder
 * @param deviation of x by what it could earn
 * @param discrimination cov(x, y) / sqrt(var(x) var(y)), from -1 to 1
 * @param efficiency cov(x, y) by the greatest that these x and y could have, both sorted
 * @param weight the share of the question in what the papers differ by: sqrt(cov(x, total)), by the
 *     sum of it over all questions; only where all papers ask the same
 */
public record QuestionStatistics(
        String question,
        int papers,
        Optional<Estimate> facility,
        OptionalDouble deviation,
        Optional<Estimate> discrimination,
        OptionalDouble efficiency,
        OptionalDouble weight) {
    /** Fewer say nothing about how hard a question is. */
    public static final int ENOUGH_FOR_LEVELS = 5;

    /** Fewer say nothing about how one thing goes with another. */
    public static final int ENOUGH_FOR_RELATIONS = 20;

    /** Of a question that no paper counts. */
    public static QuestionStatistics none(String question) {
        return new QuestionStatistics(
                question,
                0,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** One for each question, in the order in which they first come. */
    public static List<QuestionStatistics> of(List<Paper> papers) {
        var questions =
                papers.stream()
                        .flatMap(paper -> paper.answers().stream())
                        .map(Paper.Answer::question)
                        .distinct()
                        .toList();
        double all =
                isSame(papers)
                        ? questions.stream()
                                .mapToDouble(
                                        question -> Column.of(papers, question).rootWithTotal())
                                .filter(root -> !Double.isNaN(root))
                                .sum()
                        : Double.NaN;
        return questions.stream().map(question -> of(question, papers, all)).toList();
    }

    private static QuestionStatistics of(String question, List<Paper> papers, double allRoots) {
        var column = Column.of(papers, question);
        int n = column.own.length;
        boolean levels = n >= ENOUGH_FOR_LEVELS;
        boolean relations = n >= ENOUGH_FOR_RELATIONS;
        return new QuestionStatistics(
                question,
                n,
                levels
                        ? Optional.of(Estimate.ofShare(Moments.of(column.shares).mean(), n))
                        : Optional.empty(),
                number(levels, Moments.of(column.shares).deviation()),
                number(relations, column.discrimination()).stream()
                        .mapToObj(r -> Estimate.ofCorrelation(r, n))
                        .findFirst(),
                number(relations, column.efficiency()),
                number(relations, column.rootWithTotal() / allRoots));
    }

    private static OptionalDouble number(boolean enough, double value) {
        return enough && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Whether all papers ask the same questions. */
    static boolean isSame(List<Paper> papers) {
        return papers.stream()
                        .map(paper ->
                                paper.answers().stream()
                                        .map(Paper.Answer::question)
                                        .sorted()
                                        .toList())
                        .distinct()
                        .count()
                == 1;
    }

    /**
     * The papers that asked one question.
     *
     * @param own what the question earned in each
     * @param rest what all others earned there
     * @param shares the first by what it could earn
     */
    private record Column(double[] own, double[] rest, double[] shares) {
        static Column of(List<Paper> papers, String question) {
            var own = new ArrayList<Double>();
            var rest = new ArrayList<Double>();
            var shares = new ArrayList<Double>();
            for (var paper : papers) {
                for (var answer : paper.answers()) {
                    if (answer.question().equals(question)) {
                        own.add(answer.mark());
                        rest.add(paper.total() - answer.mark());
                        shares.add(answer.mark() / answer.most());
                    }
                }
            }
            return new Column(array(own), array(rest), array(shares));
        }

        private static double[] array(List<Double> numbers) {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double discrimination() {
            double variances = Moments.of(own).variance() * Moments.of(rest).variance();
            return variances > 0
                    ? Math.clamp(Moments.covariance(own, rest) / Math.sqrt(variances), -1, 1)
                    : Double.NaN;
        }

        double efficiency() {
            var x = own.clone();
            var y = rest.clone();
            Arrays.sort(x);
            Arrays.sort(y);
            double most = Moments.covariance(x, y);
            return most > 0 ? Moments.covariance(own, rest) / most : Double.NaN;
        }

        /** NaN where the question works against the total. */
        double rootWithTotal() {
            var total = new double[own.length];
            Arrays.setAll(total, i -> own[i] + rest[i]);
            double covariance = Moments.covariance(own, total);
            return covariance >= 0 ? Math.sqrt(covariance) : Double.NaN;
        }
    }
}
