package descent.question.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of the options are right.
 *
 * @param feedback said whatever was chosen, Markdown; empty for nothing
 */
public record ChoiceAnswer(List<Option> options, Scoring scoring, String feedback)
        implements Answer {
    /**
     * An option by its id.
     *
     * @param feedback Markdown, said when it was chosen; empty for nothing
     */
    public record Option(String id, boolean correct, String feedback) {}

    /** How a choice of several options is worth. */
    public enum Scoring {
        /** Exactly the right ones: 1, else 0. */
        ALL_OR_NOTHING,
        /** One that is right: 1, else 0. */
        ANY,
        /** Share of the right ones chosen minus share of the wrong ones chosen, at least 0. */
        PROPORTIONAL,
        /** The same, down to -1. */
        PROPORTIONAL_WITH_PENALTY
    }

    public ChoiceAnswer {
        options = List.copyOf(options);
        if (options.stream().noneMatch(Option::correct)) {
            throw new IllegalArgumentException("at least one option must be correct");
        }
    }

    @Override
    public Verdict judge(List<String> given) {
        var chosen = options.stream().filter(option -> given.contains(option.id)).toList();
        return Verdict.of(fraction(chosen), remarks(chosen));
    }

    private Fraction fraction(List<Option> chosen) {
        long right = options.stream().filter(Option::correct).count();
        long wrong = options.size() - right;
        long hits = chosen.stream().filter(Option::correct).count();
        long misses = chosen.size() - hits;
        if (scoring == Scoring.ALL_OR_NOTHING) {
            return hits == right && misses == 0 ? Fraction.ONE : Fraction.ZERO;
        }
        if (scoring == Scoring.ANY) {
            return hits > 0 && misses == 0 ? Fraction.ONE : Fraction.ZERO;
        }
        // hits/right - misses/wrong over one denominator: rounded once
        long all = Math.max(wrong, 1);
        var share = Fraction.of(hits * all - misses * right, right * all);
        return scoring == Scoring.PROPORTIONAL && share.compareTo(Fraction.ZERO) < 0
                ? Fraction.ZERO
                : share;
    }

    @Override
    public List<String> model() {
        return options.stream()
                .filter(Option::correct)
                .map(Option::id)
                .limit(scoring == Scoring.ANY ? 1 : options.size())
                .toList();
    }

    @Override
    public List<Remark> remarks() {
        return remarks(options);
    }

    private List<Remark> remarks(List<Option> options) {
        var remarks = new ArrayList<Remark>();
        if (!feedback.isEmpty()) {
            remarks.add(new Remark("", feedback));
        }
        for (var option : options) {
            if (!option.feedback.isEmpty()) {
                remarks.add(new Remark(option.id, option.feedback));
            }
        }
        return remarks;
    }
}
