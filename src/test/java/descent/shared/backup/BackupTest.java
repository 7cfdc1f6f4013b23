package descent.shared.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything in one file while the site is in use, and into a database that is empty. */
@QuarkusTest
class BackupTest {
    @Inject Config config;
    @TempDir Path folder;

    private final String name = "restored_" + UUID.randomUUID().toString().substring(0, 8);
    private Database site;
    private Database empty;

    @BeforeEach
    void anEmptyDatabaseBesideTheSites() throws SQLException {
        site =
                new Database(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class),
                        config.getValue("quarkus.datasource.username", String.class));
        run(site, "create database " + name);
        var url = site.url().replaceFirst("/[^/?]+($|\\?)", "/" + name + "$1");
        empty = new Database(url, site.owner(), site.password(), site.program());
    }

    @AfterEach
    void dropIt() throws SQLException {
        run(site, "drop database %s with (force)".formatted(name));
    }

    private static void run(Database database, String command) throws SQLException {
        try (var connection = database.open()) {
            connection.setAutoCommit(true);
            connection.createStatement().execute(command);
        }
    }

    private TakeBackup taking() {
        return new TakeBackup(site, BackupProgram.json());
    }

    private RestoreBackup restoring() {
        return new RestoreBackup(empty, BackupProgram.json());
    }

    @Test
    void x12WhatWasBackedUpIsThereAgainRowForRow() throws Exception {
        var learner = Client.learner();
        var file = folder.resolve("site.backup");
        var taken = taking().into(file);
        assertTrue(rows(taken, "person") > 0 && rows(taken, "content_revision") > 0);

        assertEquals(taken, restoring().from(file));
        var again = folder.resolve("restored.backup");
        var restored = new TakeBackup(empty, BackupProgram.json()).into(again);
        assertEquals(taken.tables(), restored.tables());
        assertEquals(taken.sequences(), restored.sequences());
        assertEquals(taken.migrations(), restored.migrations());

        try (var connection = empty.open()) {
            assertEquals(
                    1L,
                    number(
                            connection,
                            "select count(*) from person where email = '%s'"
                                    .formatted(learner.email())));
            // The next row gets the next number, and the audit log is only added to.
            number(
                    connection,
                    "insert into audit (at, action, subject_kind, subject_id, detail, address) values (now(), 'x', 'x', 'x', '{}', '') returning id");
            assertEquals(
                    0L,
                    number(
                            connection,
                            "select count(*) filter (where has_table_privilege('%s', 'audit', 'delete')) from person"
                                    .formatted(site.program())));
        }
        var later = assertThrows(IOException.class, () -> restoring().from(file));
        assertTrue(later.getMessage().contains("not empty"), later.getMessage());
        assertThrows(FileAlreadyExistsException.class, () -> taking().into(file));
    }

    @Test
    void aChangedFileIsRefusedAndNothingOfItIsKept() throws Exception {
        Client.learner();
        var file = folder.resolve("site.backup");
        taking().into(file);
        try (var zip = FileSystems.newFileSystem(file, Map.of())) {
            var people = zip.getPath("tables/person");
            var text = Files.readString(people);
            Files.writeString(people, text.replaceFirst("@", "%"), StandardCharsets.UTF_8);
        }
        var refused = assertThrows(IOException.class, () -> restoring().from(file));
        assertTrue(refused.getMessage().contains("person"), refused.getMessage());
        try (var connection = empty.open()) {
            assertEquals(0L, number(connection, "select count(*) from person"));
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertThrows(IOException.class, () -> restoring().from(file));
    }

    @Test
    void aTableThatRefersToAnotherComesAfterIt() throws SQLException {
        try (var connection = site.open()) {
            var names = Table.all(connection).stream().map(Table::name).toList();
            assertTrue(names.indexOf("person") < names.indexOf("session"));
            assertTrue(names.indexOf("run") < names.indexOf("run_records"));
            assertFalse(names.contains(Table.HISTORY));
        }
    }

    private static long rows(Manifest manifest, String table) {
        return manifest.tables().stream()
                .filter(each -> each.table().equals(table))
                .mapToLong(Manifest.Content::rows)
                .findFirst()
                .orElseThrow();
    }

    private static long number(Connection connection, String question) throws SQLException {
        try (var row = connection.createStatement().executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
