package descent.shared.web;

import java.time.Duration;

/** What is said while the database is away. */
public final class DatabaseAway {
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public static final BareAnswer ANSWER =
            new BareAnswer(
                    503,
                    "Not available at the moment",
                    "The database does not answer at the moment. What was acknowledged is kept; try again in a few seconds.");

    private DatabaseAway() {}
}
