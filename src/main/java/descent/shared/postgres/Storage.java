package descent.shared.postgres;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database takes up on its disk. */
@ApplicationScoped
public class Storage {
    private static final String TABLES =
            """
            select relname, greatest(reltuples, 0)::bigint, pg_total_relation_size(oid)
            from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
            order by 3 desc, 1
            """;

    private final AgroalDataSource database;

    Storage(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A table.
     *
     * @param rows about how many, as PostgreSQL counted them last
     * @param bytes with its indices and what is kept beside it
     */
    public record Table(String name, long rows, long bytes) {}

    /** All tables, the largest first. */
    public List<Table> tables() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var tables = new ArrayList<Table>();
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getLong(2), rows.getLong(3)));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("the sizes of tables cannot be read", e);
        }
    }
}
