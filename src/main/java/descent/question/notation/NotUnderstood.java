package descent.question.notation;

/** What was typed cannot be read; the message tells the learner what is expected. */
public final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    public NotUnderstood(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
