package descent.quiz.attempt;

/** Where an attempt stands. */
public enum AttemptState {
    /** Answers are taken. */
    OPEN,
    /** It has ended, and what was answered waits to be graded. */
    SUBMITTED,
    /** Every answer has its grade, but for those that a person has to mark. */
    GRADED
}
