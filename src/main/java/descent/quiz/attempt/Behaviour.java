package descent.quiz.attempt;

/** What an attempt is for, and thereby when it tells what. */
public enum Behaviour {
    /** Counts, and tells by the review policy. */
    TEST("Attempt"),
    /** A test's conditions, and nothing counts. */
    REHEARSAL("Rehearsal"),
    /** Tells at once, helps, and lets one try again. */
    PRACTICE("Practice");

    private final String word;

    Behaviour(String word) {
        this.word = word;
    }

    /** What such an attempt is called. */
    public String word() {
        return word;
    }
}
