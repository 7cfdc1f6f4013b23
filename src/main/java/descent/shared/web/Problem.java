package descent.shared.web;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be granted, for a reason that the person who sent it is told. The message
 * is shown as it is: it says what, where and what is allowed, and nothing of the program's inside.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> details;
    private final @Nullable Duration retryAfter;
    private final boolean refusal;

    private Problem(
            int status,
            String message,
            Map<String, Object> details,
            @Nullable Duration retryAfter,
            boolean refusal) {
        super(message);
        this.status = status;
        this.details = details;
        this.retryAfter = retryAfter;
        this.refusal = refusal;
    }

    private Problem(int status, String message, boolean refusal) {
        this(status, message, Map.of(), null, refusal);
    }

    /** 400: not what this address takes. */
    public static Problem badRequest(String message) {
        return new Problem(400, message, false);
    }

    /** 403: known, but not allowed; the audit log tells of it. */
    public static Problem forbidden(String message) {
        return new Problem(403, message, true);
    }

    /** 404: not there. */
    public static Problem notFound(String what) {
        return notThere(what, false);
    }

    /** 404: there, but another's: looks like {@link #notFound}, and the audit log tells of it. */
    public static Problem notYours(String what) {
        return notThere(what, true);
    }

    private static Problem notThere(String what, boolean refusal) {
        return new Problem(404, "There is no " + what + " here.", refusal);
    }

    /** 409: was possible, is not any more. */
    public static Problem conflict(String message) {
        return new Problem(409, message, false);
    }

    /** 413: more than this address takes. */
    public static Problem tooLarge(String message) {
        return new Problem(413, message, false);
    }

    /**
     * 422: understood, and refused for its values. {@code details} go into the JSON answer beside
     * the message.
     */
    public static Problem unprocessable(String message, Map<String, Object> details) {
        return new Problem(422, message, Map.copyOf(details), null, false);
    }

    /** 429: too often or too much; in {@code retryAfter} it may be tried again. */
    public static Problem tooMany(String message, Duration retryAfter) {
        return new Problem(429, message, Map.of(), retryAfter, false);
    }

    /** 503: not now; in {@code retryAfter} it may be tried again. */
    public static Problem unavailable(String message, Duration retryAfter) {
        return new Problem(503, message, Map.of(), retryAfter, false);
    }

    public int status() {
        return status;
    }

    public Map<String, Object> details() {
        return details;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether it was refused because of who asked. */
    public boolean isRefusal() {
        return refusal;
    }

    /** Never null, other than the declaration above says. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
