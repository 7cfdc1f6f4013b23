package descent.question.answer;

import java.util.List;

/**
 * How one answer was judged.
 *
 * @param remarks what is said about it; of one that is {@link State#INVALID}, why
 */
public record Verdict(State state, Fraction fraction, List<Remark> remarks) {
    public Verdict {
        remarks = List.copyOf(remarks);
    }

    static Verdict of(Fraction fraction, List<Remark> remarks) {
        return new Verdict(State.of(fraction), fraction, remarks);
    }

    static Verdict of(Fraction fraction, String feedback) {
        return of(fraction, List.of(new Remark("", feedback)));
    }

    /** Nothing was gained, and nothing said. */
    public static Verdict worthless(State state) {
        return new Verdict(state, Fraction.ZERO, List.of());
    }

    /** It cannot be read as what was asked for. */
    public static Verdict invalid(String reason) {
        return new Verdict(State.INVALID, Fraction.ZERO, List.of(new Remark("", reason)));
    }
}
