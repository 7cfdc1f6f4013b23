package descent.shared.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table with what is copied of it.
 *
 * @param columns those that are stored, not computed
 * @param key by which its rows have an order
 */
record Table(String name, List<String> columns, List<String> key) {
    /** Flyway's, which the migrations write anew. */
    static final String HISTORY = "flyway_schema_history";

    private static final String TABLES =
            """
            select c.relname,
                (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
                    from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                    where i.indrelid = c.oid and i.indisprimary)
            from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> '%s'
            order by c.relname
            """
                    .formatted(HISTORY);

    private static final String REFERENCES =
            """
            select f.relname, t.relname
            from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and f.oid <> t.oid
            """;

    /** All tables; each comes after those that it refers to. */
    static List<Table> all(Connection database) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                if (rows.getArray(3) == null) {
                    throw new SQLException("the table " + rows.getString(1) + " has no key");
                }
                tables.add(
                        new Table(
                                rows.getString(1),
                                texts(rows.getArray(2)),
                                texts(rows.getArray(3))));
            }
        }
        return ordered(tables, references(database));
    }

    private static Map<String, Set<String>> references(Connection database) throws SQLException {
        var references = new HashMap<String, Set<String>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), _ -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private static List<Table> ordered(List<Table> tables, Map<String, Set<String>> references)
            throws SQLException {
        var left = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        var done = new HashSet<String>();
        while (!left.isEmpty()) {
            var free =
                    left.stream()
                            .filter(each ->
                                    done.containsAll(references.getOrDefault(each.name, Set.of())))
                            .toList();
            if (free.isEmpty()) {
                throw new SQLException("these tables refer to each other in a circle: " + left);
            }
            left.removeAll(free);
            ordered.addAll(free);
            free.forEach(each -> done.add(each.name));
        }
        return ordered;
    }

    /** Its rows as text, always in the same order. */
    String copyOut() {
        return "copy (select %s from %s order by %s) to stdout"
                .formatted(quoted(columns), quoted(List.of(name)), quoted(key));
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(quoted(List.of(name)), quoted(columns));
    }

    static String quoted(List<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
