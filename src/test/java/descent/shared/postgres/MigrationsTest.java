package descent.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Replicas of several versions on one database. */
@QuarkusTest
class MigrationsTest {
    private static final String APPLIED =
            """
            insert into flyway_schema_history
                (installed_rank, version, description, type, script, installed_by, execution_time, success)
            select max(installed_rank) + 1, '%1$s', 'newer', 'SQL', 'V%1$s__newer.sql', current_user, 1, true
            from flyway_schema_history
            """;

    @Inject Flyway flyway;

    /**
     * One that crashes while the next version is rolled out begins again on tables that are newer
     * than it. Work is parallel: what it does not know need not be later than all that it knows.
     */
    @Test
    void replicaBeginsOnADatabaseThatANewerVersionHasMigrated() throws SQLException {
        execute(APPLIED.formatted("20200101000000"));
        execute(APPLIED.formatted("29990101000000"));
        try {
            var outcome = flyway.migrate();
            assertTrue(outcome.success);
            assertEquals(0, outcome.migrationsExecuted);
        } finally {
            execute("delete from flyway_schema_history where description = 'newer'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
