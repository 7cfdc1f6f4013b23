package descent.engine.data;

/**
 * What is to be learned.
 *
 * @param classes how many to tell apart; 0 where a number is to be predicted
 */
public record Task(int classes) {
    public static final Task REGRESSION = new Task(0);

    public boolean isClassification() {
        return classes > 0;
    }
}
