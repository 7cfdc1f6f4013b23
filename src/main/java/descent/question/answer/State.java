package descent.question.answer;

/** How a response, or a part of it, stands. */
public enum State {
    RIGHT,
    PARTIAL,
    WRONG,
    /** It cannot be read as what was asked for: worth nothing, but not a wrong answer. */
    INVALID,
    UNANSWERED,
    /** It takes a person with a rubric, or a run, to say. */
    NEEDS_GRADING;

    /** The state of something that was judged. */
    public static State of(Fraction fraction) {
        if (fraction.isOne()) {
            return RIGHT;
        }
        return fraction.value().signum() > 0 ? PARTIAL : WRONG;
    }
}
