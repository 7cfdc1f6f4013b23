package descent.flashcard.scheduling;

/**
 * What is assumed of somebody's memory of a card right after a review.
 *
 * @param stability days until the probability of recall has fallen to 90 %; from 0.001 to 36,500
 * @param difficulty how hard it is to make the memory more stable; from 1 to 10
 */
public record Memory(double stability, double difficulty) {
    static final double LEAST_STABILITY = 0.001;
    static final double MOST_STABILITY = 36_500;
    static final double LEAST_DIFFICULTY = 1;
    static final double MOST_DIFFICULTY = 10;

    public Memory {
        if (!(LEAST_STABILITY <= stability && stability <= MOST_STABILITY)) {
            throw new IllegalArgumentException(
                    "stability must be from 0.001 to 36500 days, was " + stability);
        }
        if (!(LEAST_DIFFICULTY <= difficulty && difficulty <= MOST_DIFFICULTY)) {
            throw new IllegalArgumentException(
                    "difficulty must be from 1 to 10, was " + difficulty);
        }
    }

    /** Values that a formula led out of bounds are put on the bound. */
    static Memory clamped(double stability, double difficulty) {
        return new Memory(
                Math.clamp(stability, LEAST_STABILITY, MOST_STABILITY),
                Math.clamp(difficulty, LEAST_DIFFICULTY, MOST_DIFFICULTY));
    }
}
