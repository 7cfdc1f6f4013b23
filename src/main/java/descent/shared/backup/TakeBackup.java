package descent.shared.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the state of one moment, while the site goes on being used. */
final class TakeBackup {
    private static final String NOW = "select now(), current_setting('server_version')";

    private final Database from;
    private final ObjectMapper json;

    TakeBackup(Database from, ObjectMapper json) {
        this.from = from;
        this.json = json;
    }

    /**
     * @param file must not be there yet; it appears only when it is whole
     */
    Manifest into(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var part = Path.of(file + ".part");
        Files.deleteIfExists(part);
        try (var database = from.open();
                var zip = open(part)) {
            var manifest = write(database, zip);
            zip.close();
            Files.move(part, file);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Readable by its maker only: it holds what people have answered, and their passwords' hashes.
     */
    private static ZipOutputStream open(Path part) throws IOException {
        var bytes = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        var zip = new ZipOutputStream(new BufferedOutputStream(bytes, 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    private Manifest write(Connection database, ZipOutputStream zip)
            throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            var contents = new ArrayList<Manifest.Content>();
            for (var table : Table.all(database)) {
                zip.putNextEntry(new ZipEntry("tables/" + table.name()));
                contents.add(Digest.read(database, table, open(zip)));
            }
            var manifest = manifest(database, contents);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            json.writeValue(open(zip), manifest);
            return manifest;
        }
    }

    /** One entry of the file after the other: its writer does not close the file. */
    private static FilterOutputStream open(ZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() {}
        };
    }

    private static Manifest manifest(Connection database, List<Manifest.Content> contents)
            throws SQLException {
        var sequences = new TreeMap<String, Long>();
        var migrations = new ArrayList<String>();
        try (var statement = database.createStatement()) {
            try (var rows =
                    statement.executeQuery(
                            "select sequencename, last_value from pg_sequences where schemaname = current_schema() and last_value is not null")) {
                while (rows.next()) {
                    sequences.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (var rows =
                    statement.executeQuery(
                            "select script from %s where version is not null order by version"
                                    .formatted(Table.HISTORY))) {
                while (rows.next()) {
                    // Behind the last slash: in which folder a room has its files is its own
                    // business.
                    migrations.add(rows.getString(1).replaceFirst(".*/", ""));
                }
            }
            try (var row = statement.executeQuery(NOW)) {
                row.next();
                return new Manifest(
                        Manifest.FORMAT,
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        migrations,
                        contents,
                        sequences);
            }
        }
    }
}
