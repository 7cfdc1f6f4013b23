package descent.question.drawn;

import descent.question.answer.Fraction;
import descent.question.answer.State;
import java.util.List;

/**
 * How much a response is worth, in all and input by input. It says nothing about why.
 *
 * @param state {@code INVALID} when any input is: a practice asks again, a test gives the fraction
 *     that the other inputs earned
 */
public record Grade(State state, Fraction fraction, List<Part> parts) {
    /** How one input stands. */
    public record Part(String input, State state, Fraction fraction) {}

    public Grade {
        parts = List.copyOf(parts);
    }
}
