package descent.question.drawn;

/** What can be said of a value without knowing the key. */
public sealed interface Reading {
    /** Nothing was given. */
    record Unanswered() implements Reading {}

    /** It is not what was asked for; the reason is for the learner. */
    record Invalid(String reason) implements Reading {}

    /**
     * It can be graded.
     *
     * @param as how it was understood ({@code 1,000.5} as 1000.5); empty where that goes without
     *     saying
     */
    record Understood(String as) implements Reading {}
}
