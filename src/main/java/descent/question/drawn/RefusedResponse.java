package descent.question.drawn;

/**
 * A response that no page of ours would send: too long, not storable, or with ids that are not the
 * question's. It changes nothing; the message names the limit.
 */
public final class RefusedResponse extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedResponse(String message) {
        super(message);
    }
}
