package descent.exchange.card;

/**
 * A file of which nothing is taken over. The message says why, in words for the person who sent it.
 */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String reason) {
        super(reason);
    }

    public UnreadableFile(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
