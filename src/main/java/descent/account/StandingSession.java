package descent.account;

import java.util.function.BooleanSupplier;

/**
 * For what stays open after a request, such as a stream: whether its sender is still who they were
 * then. A request is looked at once; a session can end in the meantime.
 */
public interface StandingSession {
    /**
     * @return for this request's sender: true as long as the session is good; for a visitor always.
     *     It may be asked on any thread, and is no sign of life.
     */
    BooleanSupplier ofThisRequest();
}
