package descent.shared.job;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the work in the background stands: read from db-scheduler's table, which replicas share. */
@ApplicationScoped
public class JobOverview {
    private static final String JOBS =
            """
            select task_name, execution_time, picked, picked_by, last_success, last_failure,
                coalesce(consecutive_failures, 0) as failures
            from scheduled_tasks order by task_name, task_instance
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    JobOverview(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A job.
     *
     * @param due when it is done next, or should have been
     * @param replica which does it at the moment
     * @param failures how many times in a row it has failed lately
     * @param late by how much it should have begun before now
     */
    public record Line(
            String name,
            Instant due,
            @Nullable String replica,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures,
            Duration late) {}

    public List<Line> jobs() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(JOBS)) {
            var lines = new ArrayList<Line>();
            while (rows.next()) {
                lines.add(line(rows, clock.instant()));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("the jobs cannot be read", e);
        }
    }

    private static Line line(ResultSet row, Instant now) throws SQLException {
        var due = row.getTimestamp("execution_time").toInstant();
        boolean begun = row.getBoolean("picked");
        return new Line(
                row.getString("task_name"),
                due,
                begun ? row.getString("picked_by") : null,
                instant(row.getTimestamp("last_success")),
                instant(row.getTimestamp("last_failure")),
                row.getInt("failures"),
                begun || due.isAfter(now) ? Duration.ZERO : Duration.between(due, now));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
