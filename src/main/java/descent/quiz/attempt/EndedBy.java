package descent.quiz.attempt;

/** Who or what ended an attempt. */
public enum EndedBy {
    LEARNER,
    TIME,
    AUTHOR
}
