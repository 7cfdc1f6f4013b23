package descent.shared.postgres;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a program that is not under test is started with.
 *
 * @param profiles of the configuration
 * @param schemaStrategy what Hibernate may do to the tables
 * @param url of the database
 * @param fsync whether PostgreSQL waits for the disk, as it says itself
 * @param synchronousCommit whether a commit does
 */
record StartConditions(
        List<String> profiles,
        String schemaStrategy,
        String url,
        String password,
        String fsync,
        String synchronousCommit) {
    private static final int SHORTEST_PASSWORD = 12;
    private static final Set<String> HARMLESS_STRATEGIES = Set.of("none", "validate");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    StartConditions {
        profiles = List.copyOf(profiles);
    }

    /** Why it should not start; empty when it may. */
    List<String> objections() {
        var objections = new ArrayList<String>();
        if (profiles.contains("dev") || profiles.contains("test")) {
            objections.add(
                    "The profiles dev and test are for development: leave quarkus.profile out.");
        }
        if (!HARMLESS_STRATEGIES.contains(schemaStrategy.toLowerCase(Locale.ROOT))) {
            objections.add(
                    "quarkus.hibernate-orm.schema-management.strategy=%s would change or drop tables: leave it at none."
                            .formatted(schemaStrategy));
        }
        if (fsync.equals("off")) {
            objections.add(
                    "The database runs with fsync=off and would lose answers with the power: turn it on.");
        }
        if (synchronousCommit.equals("off")) {
            objections.add(
                    "The database runs with synchronous_commit=off and would lose answers that were acknowledged: turn it on.");
        }
        if (isAcrossANetwork() && password.length() < SHORTEST_PASSWORD) {
            objections.add(
                    "The password of the database (descent.db.password) has %d characters: across a network it needs at least %d."
                            .formatted(password.length(), SHORTEST_PASSWORD));
        }
        return objections;
    }

    private boolean isAcrossANetwork() {
        var host = URI.create(url.replaceFirst("^jdbc:", "")).getHost();
        return host == null || !THIS_MACHINE.contains(host);
    }
}
