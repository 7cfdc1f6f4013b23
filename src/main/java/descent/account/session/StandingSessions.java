package descent.account.session;

import descent.account.StandingSession;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/** Looks whether the session of a request is still there. */
@ApplicationScoped
class StandingSessions implements StandingSession {
    private final Sessions sessions;
    private final CurrentVertxRequest request;

    StandingSessions(Sessions sessions, CurrentVertxRequest request) {
        this.sessions = sessions;
        this.request = request;
    }

    @Override
    public BooleanSupplier ofThisRequest() {
        return Sessions.token(request.getCurrent().request())
                .filter(sessions::isLive)
                .<BooleanSupplier>map(token -> () -> sessions.isLive(token))
                .orElse(() -> true);
    }
}
