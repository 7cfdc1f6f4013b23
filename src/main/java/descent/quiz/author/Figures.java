package descent.quiz.author;

import descent.quiz.statistics.Estimate;
import descent.quiz.statistics.Paper;
import descent.quiz.statistics.QuestionStatistics;
import descent.quiz.statistics.Spread;
import descent.quiz.statistics.TestStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Statistics as people read them; what cannot be said is said to be so. */
final class Figures {
    private static final String TOO_FEW = "too few to say";

    /** Discrimination below this asks for a look at the question. */
    private static final double SUSPICIOUS = 0.1;

    private Figures() {}

    /** A question's row. */
    public record OfQuestion(
            int papers,
            String facility,
            String facilityInterval,
            String deviation,
            String discrimination,
            String discriminationInterval,
            String efficiency,
            String weight,
            String time,
            String warning) {}

    /** A test's figures. */
    public record OfTest(
            int papers,
            String mean,
            String meanInterval,
            String median,
            String deviation,
            String skewness,
            String kurtosis,
            String consistency,
            String consistencyInterval,
            String errorRatio,
            String standardError) {}

    static OfQuestion of(QuestionStatistics is, Optional<Spread> time) {
        return new OfQuestion(
                is.papers(),
                is.facility().map(each -> percent(each.value())).orElse(TOO_FEW),
                interval(is.facility(), true),
                text(is.deviation(), true),
                is.discrimination().map(each -> percent(each.value())).orElse(TOO_FEW),
                interval(is.discrimination(), true),
                text(is.efficiency(), true),
                is.weight().isPresent() ? percent(is.weight().getAsDouble()) : "",
                time.map(Figures::words).orElse(TOO_FEW),
                warning(is));
    }

    private static String warning(QuestionStatistics is) {
        double discrimination = is.discrimination().map(Estimate::value).orElse(1.0);
        if (discrimination < 0) {
            return "those who know more get it wrong: look at its key";
        }
        return discrimination < SUSPICIOUS ? "tells nobody apart" : "";
    }

    static OfTest of(TestStatistics is) {
        return new OfTest(
                is.papers(),
                is.mean().map(each -> number(each.value())).orElse(TOO_FEW),
                interval(is.mean(), false),
                text(is.median(), false),
                text(is.deviation(), false),
                text(is.skewness(), false),
                text(is.kurtosis(), false),
                is.consistency().map(each -> percent(each.value())).orElse(TOO_FEW),
                interval(is.consistency(), true),
                text(is.errorRatio(), true),
                text(is.standardError(), false));
    }

    /** The points that a paper can have; empty where papers differ. */
    static String outOf(List<Paper> papers) {
        var most =
                papers.stream()
                        .map(paper ->
                                paper.answers().stream().mapToDouble(Paper.Answer::most).sum())
                        .distinct()
                        .toList();
        return most.size() == 1 ? number(most.getFirst()) : "";
    }

    private static String words(Spread time) {
        return "%.0f s (%.0f to %.0f)".formatted(time.median(), time.lower(), time.upper());
    }

    private static String text(OptionalDouble value, boolean percent) {
        if (value.isEmpty()) {
            return TOO_FEW;
        }
        return percent ? percent(value.getAsDouble()) : number(value.getAsDouble());
    }

    private static String interval(Optional<Estimate> estimate, boolean percent) {
        return estimate.map(each ->
                        percent
                                ? percent(each.low()) + " to " + percent(each.high())
                                : number(each.low()) + " to " + number(each.high()))
                .orElse("");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
