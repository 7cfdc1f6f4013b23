package descent.flashcard.scheduling;

/** How a card was remembered. The grade is the <i>G</i> of the formulas. */
public enum Rating {
    AGAIN(1),
    HARD(2),
    GOOD(3),
    EASY(4);

    private final int grade;

    Rating(int grade) {
        this.grade = grade;
    }

    /**
     * @throws IllegalArgumentException unless the grade is one of 1, 2, 3 and 4
     */
    public static Rating of(int grade) {
        if (grade < 1 || grade > 4) {
            throw new IllegalArgumentException("rating must be 1, 2, 3 or 4, was " + grade);
        }
        return values()[grade - 1];
    }

    /** From 1 to 4. */
    public int grade() {
        return grade;
    }

    /** Whether the answer was known, with whatever effort. */
    public boolean recalled() {
        return this != AGAIN;
    }
}
