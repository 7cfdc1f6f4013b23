package descent.quiz.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.statistics.Paper.Answer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every figure is computed here a second time, by another way: exact decimals instead of doubles,
 * raw sums instead of differences from the mean, a search over all pairings instead of sorting.
 */
class StatisticsTest {
    private static final double CLOSE = 1e-6;
    private static final MathContext EXACT = new MathContext(60);
    private static final String[] QUESTIONS = {"a", "b", "c", "d", "e"};
    private static final double[] MOST = {1, 1, 2, 3, 1};

    /** Papers of a class that knows more or less. */
    private static List<Paper> papers(int n, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, n)
                .mapToObj(_ -> {
                    double ability = random.nextDouble();
                    var answers = new ArrayList<Answer>();
                    for (int q = 0; q < QUESTIONS.length; q++) {
                        double right = Math.clamp(ability + random.nextDouble() - 0.5, 0, 1);
                        double quarters = Math.round(4 * right * MOST[q]) / 4.0;
                        answers.add(new Answer(QUESTIONS[q], quarters, MOST[q]));
                    }
                    return new Paper(answers);
                })
                .toList();
    }

    private static BigDecimal[] column(List<Paper> papers, int question) {
        return papers.stream()
                .map(paper -> new BigDecimal(paper.answers().get(question).mark()))
                .toArray(BigDecimal[]::new);
    }

    private static BigDecimal[] totals(List<Paper> papers) {
        return papers.stream().map(p -> new BigDecimal(p.total())).toArray(BigDecimal[]::new);
    }

    private static BigDecimal[] less(BigDecimal[] all, BigDecimal[] own) {
        return IntStream.range(0, all.length)
                .mapToObj(i -> all[i].subtract(own[i]))
                .toArray(BigDecimal[]::new);
    }

    /** (n sum(xy) - sum(x) sum(y)) / (n (n - 1)). */
    private static BigDecimal covariance(BigDecimal[] x, BigDecimal[] y) {
        var n = BigDecimal.valueOf(x.length);
        var products = BigDecimal.ZERO;
        var sumX = BigDecimal.ZERO;
        var sumY = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            products = products.add(x[i].multiply(y[i]));
            sumX = sumX.add(x[i]);
            sumY = sumY.add(y[i]);
        }
        return n.multiply(products)
                .subtract(sumX.multiply(sumY))
                .divide(n.multiply(n.subtract(BigDecimal.ONE)), EXACT);
    }

    private static BigDecimal root(BigDecimal value) {
        return value.sqrt(EXACT);
    }

    private static void assertClose(BigDecimal expected, double actual) {
        assertEquals(expected.doubleValue(), actual, CLOSE);
    }

    @Test
    @Tag("G23")
    void g23_questionsAreJudgedAsMoodleDoes() {
        for (long seed = 0; seed < 20; seed++) {
            var papers = papers(25, seed);
            var all = totals(papers);
            var roots = new ArrayList<BigDecimal>();
            for (int q = 0; q < QUESTIONS.length; q++) {
                roots.add(root(covariance(column(papers, q), all)));
            }
            var sum = roots.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var statistics = QuestionStatistics.of(papers);
            for (int q = 0; q < QUESTIONS.length; q++) {
                var own = column(papers, q);
                var rest = less(all, own);
                var most = BigDecimal.valueOf(MOST[q]);
                var is = statistics.get(q);
                assertEquals(QUESTIONS[q], is.question());
                var mean =
                        IntStream.range(0, own.length)
                                .mapToObj(i -> own[i])
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(own.length), EXACT);
                assertClose(mean.divide(most, EXACT), is.facility().orElseThrow().value());
                assertClose(
                        root(covariance(own, own)).divide(most, EXACT),
                        is.deviation().orElseThrow());
                assertClose(
                        covariance(own, rest)
                                .divide(
                                        root(covariance(own, own).multiply(covariance(rest, rest))),
                                        EXACT),
                        is.discrimination().orElseThrow().value());
                assertClose(roots.get(q).divide(sum, EXACT), is.weight().orElseThrow());
            }
        }
    }

    /** Efficiency divides by the greatest covariance that these numbers could have. */
    @Test
    @Tag("G23")
    void g23_efficiencyIsMeasuredByTheBestOfAllPairings() {
        var own = new double[] {1, 0, 0.5, 1, 0, 0.25};
        var rest = new double[] {3, 2, 2.5, 1, 0, 4};
        double best = Double.NEGATIVE_INFINITY;
        for (var order : orders(List.of(0, 1, 2, 3, 4, 5))) {
            var paired = order.stream().mapToDouble(i -> rest[i]).toArray();
            best = Math.max(best, Moments.covariance(own, paired));
        }
        var papers = new ArrayList<Paper>();
        // As often as it takes to say something; the covariances stay in proportion.
        for (int times = 0; times < 4; times++) {
            for (int i = 0; i < own.length; i++) {
                papers.add(
                        new Paper(
                                List.of(new Answer("x", own[i], 1), new Answer("y", rest[i], 4))));
            }
        }
        double expected = Moments.covariance(own, rest) / best;
        assertEquals(
                expected,
                QuestionStatistics.of(papers).getFirst().efficiency().orElseThrow(),
                CLOSE);
    }

    private static List<List<Integer>> orders(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : items) {
            var others = items.stream().filter(item -> !item.equals(first)).toList();
            for (var rest : orders(others)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }

    @Test
    @Tag("G23")
    void g23_testIsJudgedAsMoodleDoes() {
        for (long seed = 0; seed < 20; seed++) {
            var papers = papers(24, seed);
            var all = totals(papers);
            var is = TestStatistics.of(papers);
            var variance = covariance(all, all);
            assertClose(root(variance), is.deviation().orElseThrow());
            var sorted = new ArrayList<>(List.of(all));
            Collections.sort(sorted);
            assertClose(
                    sorted.get(11).add(sorted.get(12)).divide(BigDecimal.TWO),
                    is.median().orElseThrow());
            assertClose(skewness(all), is.skewness().orElseThrow());
            assertClose(kurtosis(all), is.kurtosis().orElseThrow());
            // Alpha by the mean covariance of two questions and their mean variance.
            int k = QUESTIONS.length;
            var variances = BigDecimal.ZERO;
            var covariances = BigDecimal.ZERO;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    var cov = covariance(column(papers, i), column(papers, j));
                    variances = i == j ? variances.add(cov) : variances;
                    covariances = i == j ? covariances : covariances.add(cov);
                }
            }
            var c = covariances.divide(BigDecimal.valueOf(k * (k - 1)), EXACT);
            var v = variances.divide(BigDecimal.valueOf(k), EXACT);
            var alpha =
                    BigDecimal.valueOf(k)
                            .multiply(c)
                            .divide(v.add(BigDecimal.valueOf(k - 1).multiply(c)), EXACT);
            assertClose(alpha, is.consistency().orElseThrow().value());
            var ratio = root(BigDecimal.ONE.subtract(alpha));
            assertClose(ratio, is.errorRatio().orElseThrow());
            assertClose(ratio.multiply(root(variance)), is.standardError().orElseThrow());
        }
    }

    /**
     * Section VI of the Law School Admission Test, 1,000 answers to 5 questions: R. D. Bock and M.
     * Lieberman, Psychometrika 35 (1970). Of these R's package ltm says alpha = 0.295.
     */
    @Test
    @Tag("G23")
    void g23_publishedTestHasTheConsistencyThatRSays() {
        // How many gave the answers 00000, 00001, 00010, ...
        int[] frequencies = {
            3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16,
            56, 21, 173, 11, 61, 28, 298
        };
        var papers = new ArrayList<Paper>();
        for (int pattern = 0; pattern < frequencies.length; pattern++) {
            var answers = new ArrayList<Answer>();
            for (int q = 0; q < 5; q++) {
                answers.add(new Answer(QUESTIONS[q], pattern >> (4 - q) & 1, 1));
            }
            papers.addAll(Collections.nCopies(frequencies[pattern], new Paper(answers)));
        }
        assertEquals(0.295, TestStatistics.of(papers).consistency().orElseThrow().value(), 5e-4);
        assertEquals(
                List.of(0.924, 0.709, 0.553, 0.763, 0.870),
                QuestionStatistics.of(papers).stream()
                        .map(each -> each.facility().orElseThrow().value())
                        .toList());
    }

    /** By power sums, as k-statistics are defined: E. W. Weisstein, "k-Statistic", MathWorld. */
    private static BigDecimal skewness(BigDecimal[] x) {
        var s = powerSums(x);
        var n = s[0];
        var one = BigDecimal.ONE;
        var two = BigDecimal.TWO;
        var k3 =
                two.multiply(s[1].pow(3))
                        .subtract(BigDecimal.valueOf(3).multiply(n).multiply(s[1]).multiply(s[2]))
                        .add(n.multiply(n).multiply(s[3]))
                        .divide(n.multiply(n.subtract(one)).multiply(n.subtract(two)), EXACT);
        var k2 = covariance(x, x);
        return k3.divide(k2.multiply(root(k2)), EXACT);
    }

    private static BigDecimal kurtosis(BigDecimal[] x) {
        var s = powerSums(x);
        var n = s[0];
        var one = BigDecimal.ONE;
        var k4 =
                BigDecimal.valueOf(-6)
                        .multiply(s[1].pow(4))
                        .add(
                                BigDecimal.valueOf(12)
                                        .multiply(n)
                                        .multiply(s[1].pow(2))
                                        .multiply(s[2]))
                        .subtract(
                                BigDecimal.valueOf(3)
                                        .multiply(n)
                                        .multiply(n.subtract(one))
                                        .multiply(s[2].pow(2)))
                        .subtract(
                                BigDecimal.valueOf(4)
                                        .multiply(n)
                                        .multiply(n.add(one))
                                        .multiply(s[1])
                                        .multiply(s[3]))
                        .add(n.pow(2).multiply(n.add(one)).multiply(s[4]))
                        .divide(
                                n.multiply(n.subtract(one))
                                        .multiply(n.subtract(BigDecimal.TWO))
                                        .multiply(n.subtract(BigDecimal.valueOf(3))),
                                EXACT);
        return k4.divide(covariance(x, x).pow(2), EXACT);
    }

    /** The number, and the sums of the first four powers. */
    private static BigDecimal[] powerSums(BigDecimal[] x) {
        var sums = new BigDecimal[5];
        for (int power = 0; power < 5; power++) {
            sums[power] = BigDecimal.ZERO;
            for (var value : x) {
                sums[power] = sums[power].add(value.pow(power));
            }
        }
        return sums;
    }

    @Test
    @Tag("G23")
    void g23_tooFewPapersSayNothing() {
        var four = papers(4, 1);
        assertTrue(QuestionStatistics.of(four).getFirst().facility().isEmpty());
        assertTrue(TestStatistics.of(four).mean().isEmpty());
        var some = papers(19, 1);
        var question = QuestionStatistics.of(some).getFirst();
        assertTrue(question.facility().isPresent());
        assertTrue(question.discrimination().isEmpty());
        assertTrue(question.weight().isEmpty());
        assertTrue(TestStatistics.of(some).consistency().isEmpty());
        assertTrue(TestStatistics.of(papers(20, 1)).consistency().isPresent());
        assertTrue(TestStatistics.of(List.of()).mean().isEmpty());
        assertEquals(List.of(), QuestionStatistics.of(List.of()));
    }

    @Test
    void questionThatEverybodyAnswersAlikeTellsNobodyApart() {
        var papers =
                papers(30, 2).stream()
                        .map(paper -> {
                            var answers = new ArrayList<>(paper.answers());
                            answers.add(new Answer("same", 1, 1));
                            return new Paper(answers);
                        })
                        .toList();
        var same = QuestionStatistics.of(papers).getLast();
        assertEquals(1, same.facility().orElseThrow().value());
        assertTrue(same.discrimination().isEmpty());
        assertTrue(same.efficiency().isEmpty());
        assertEquals(0, same.weight().orElseThrow());
    }

    /** Drawn tests: each paper asks others, and only those that asked it judge a question. */
    @Test
    void questionIsJudgedByThePapersThatAskedIt() {
        var papers = new ArrayList<Paper>();
        var whole = papers(60, 3);
        for (int i = 0; i < whole.size(); i++) {
            var answers = new ArrayList<>(whole.get(i).answers());
            answers.remove(i % 2);
            papers.add(new Paper(answers));
        }
        var statistics = QuestionStatistics.of(papers);
        var of = statistics.stream().filter(each -> each.question().equals("a")).findFirst();
        assertEquals(30, of.orElseThrow().papers());
        assertTrue(of.get().discrimination().isPresent());
        assertFalse(of.get().weight().isPresent());
        assertTrue(TestStatistics.of(papers).consistency().isPresent());
    }

    /** In 95 of 100 samples the interval holds the true value; here in 92 to 97.5. */
    @Test
    @Tag("G23")
    void g23_intervalsHoldTheTrueValueAboutAsOftenAsTheySay() {
        var random = new Random(5);
        int held = 0;
        int correlations = 0;
        int times = 2_000;
        for (int i = 0; i < times; i++) {
            int right = 0;
            var x = new double[40];
            var y = new double[40];
            for (int j = 0; j < 40; j++) {
                right += random.nextDouble() < 0.8 ? 1 : 0;
                x[j] = random.nextGaussian();
                y[j] = 0.5 * x[j] + Math.sqrt(0.75) * random.nextGaussian();
            }
            held += holds(Estimate.ofShare(right / 40.0, 40), 0.8);
            double r =
                    Moments.covariance(x, y)
                            / (Moments.of(x).deviation() * Moments.of(y).deviation());
            correlations += holds(Estimate.ofCorrelation(r, 40), 0.5);
        }
        assertTrue(held > 0.92 * times && held < 0.975 * times, "share " + held);
        assertTrue(
                correlations > 0.92 * times && correlations < 0.975 * times, "r " + correlations);
        var alpha = Estimate.ofConsistency(0.8, 10, 50);
        assertTrue(alpha.low() < 0.8 && 0.8 < alpha.high() && alpha.high() < 1);
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    @Test
    void timesAreToldByTheirMiddleHalf() {
        var spread = Spread.of(new double[] {50, 10, 20, 40, 30}).orElseThrow();
        assertEquals(new Spread(20, 30, 40), spread);
        assertTrue(Spread.of(new double[] {1, 2, 3, 4}).isEmpty());
    }
}
