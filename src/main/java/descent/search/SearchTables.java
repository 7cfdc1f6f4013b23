package descent.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The way to the tables, on a connection that takes part in the transaction. */
@ApplicationScoped
class SearchTables {
    private final AgroalDataSource database;

    SearchTables(AgroalDataSource database) {
        this.database = database;
    }

    interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    interface Binding {
        void on(PreparedStatement query) throws SQLException;
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("search: " + e.getMessage(), e);
        }
    }

    <T> List<T> list(String sql, Binding binding, Reading<T> reading) {
        return with(
                sql,
                query -> {
                    binding.on(query);
                    var found = new ArrayList<T>();
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            found.add(reading.of(rows));
                        }
                    }
                    return found;
                });
    }

    static Array texts(PreparedStatement of, Collection<String> texts) throws SQLException {
        return texts(of, texts.toArray(String[]::new));
    }

    static Array texts(PreparedStatement of, String[] texts) throws SQLException {
        return of.getConnection().createArrayOf("text", texts);
    }
}
