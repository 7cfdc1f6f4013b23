package descent.shared.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Duration;

/** What is said while the database is away: without asking it who is here. */
public final class DatabaseAway {
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String REASON =
            "The database does not answer at the moment. What was acknowledged is kept; try again in a few seconds.";

    @CheckedTemplate(basePath = "shared")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance away(String reason);
    }

    private DatabaseAway() {}

    public static String page() {
        return Templates.away(REASON).render();
    }

    public static String json() {
        return "{\"status\":503,\"error\":\"" + REASON + "\"}";
    }
}
