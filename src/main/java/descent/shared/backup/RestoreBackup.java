package descent.shared.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Fills an empty database from a backup: makes the tables as they were then, copies the rows in one
 * transaction, reads them again and compares, then brings the tables to what this program needs.
 */
final class RestoreBackup {
    private final Database into;
    private final ObjectMapper json;

    RestoreBackup(Database into, ObjectMapper json) {
        this.into = into;
        this.json = json;
    }

    /**
     * @throws IOException when the file is not whole, needs migrations that this program does not
     *     have, or what arrived is not what it holds
     */
    Manifest from(Path file) throws IOException, SQLException {
        try (var zip = new ZipFile(file.toFile());
                var database = into.open()) {
            var manifest = manifest(zip);
            refuseUnlessEmpty(database);
            makeTables(Migrations.named(manifest.migrations()));
            var tables = Table.all(database);
            refuseUnlessSame(tables, manifest);
            fill(database, tables, manifest, zip);
            compare(database, tables, manifest);
            database.commit();
            makeTables(Migrations.all());
            return manifest;
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new IOException(zip.getName() + " is no backup: it has no " + Manifest.ENTRY);
        }
        try (var bytes = zip.getInputStream(entry)) {
            return json.readValue(bytes, Manifest.class);
        }
    }

    private static void refuseUnlessEmpty(Connection database) throws SQLException, IOException {
        var tables = Table.all(database);
        if (!tables.isEmpty()) {
            throw new IOException(
                    "The database is not empty: it has %d tables, %s among them. Restore into a new one."
                            .formatted(tables.size(), tables.getFirst().name()));
        }
        database.commit();
    }

    private void makeTables(Migrations migrations) throws IOException {
        try (migrations) {
            Flyway.configure()
                    .dataSource(into.url(), into.owner(), into.password())
                    .locations("filesystem:" + migrations.folder())
                    .placeholders(Map.of("program", into.program()))
                    .outOfOrder(true)
                    .load()
                    .migrate();
        }
    }

    private static void refuseUnlessSame(List<Table> tables, Manifest manifest) throws IOException {
        var made = tables.stream().map(Table::name).collect(Collectors.toSet());
        var kept = manifest.tables().stream().map(Manifest.Content::table).toList();
        if (!made.equals(new HashSet<>(kept))) {
            throw new IOException(
                    "The backup has the tables %s, its migrations made %s.".formatted(kept, made));
        }
    }

    private static void fill(
            Connection database, List<Table> tables, Manifest manifest, ZipFile zip)
            throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            // Migrations may have put rows there.
            statement.execute(
                    "truncate " + Table.quoted(tables.stream().map(Table::name).toList()));
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables) {
                try (var rows = zip.getInputStream(zip.getEntry("tables/" + table.name()))) {
                    copy.copyIn(table.copyIn(), rows, 1 << 16);
                }
            }
            for (var sequence : manifest.sequences().entrySet()) {
                statement.execute(
                        "select setval('%s', %d)"
                                .formatted(
                                        Table.quoted(List.of(sequence.getKey())),
                                        sequence.getValue()));
            }
        }
    }

    private static void compare(Connection database, List<Table> tables, Manifest manifest)
            throws SQLException, IOException {
        var expected =
                manifest.tables().stream()
                        .collect(Collectors.toMap(Manifest.Content::table, Function.identity()));
        for (var table : tables) {
            var arrived = Digest.read(database, table, OutputStream.nullOutputStream());
            if (!arrived.equals(expected.get(table.name()))) {
                throw new IOException(
                        "What arrived is not what was sent: %s instead of %s. Nothing was kept."
                                .formatted(arrived, expected.get(table.name())));
            }
        }
    }
}
