package descent.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import descent.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a data folder of its own. */
class EmbeddedPostgresTest {
    @TempDir private Path home;
    private EmbeddedPostgres postgres;
    private EmbeddedPostgres.Server server;

    @BeforeEach
    void start() {
        postgres = new EmbeddedPostgres(home, true);
        server = postgres.start();
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void aServerThatDiesIsBackAtTheSameAddressWithAllThatWasCommitted() {
        changedBy("create table kept as select generate_series(1, 7)");
        long dead = pid().orElseThrow();

        ProcessHandle.of(dead).orElseThrow().destroyForcibly();

        Eventually.isTrue("another is there", () -> pid().orElse(dead) != dead);
        Eventually.isTrue("it answers", () -> changedBy("select 1").isPresent());
        assertEquals(7, changedBy("delete from kept").orElseThrow());
    }

    @Test
    void aServerThatSomebodyStopsStaysAway() throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(pid().orElseThrow())).start();
        Eventually.isTrue("it has gone", () -> !Files.exists(pidFile()));
        Eventually.isTrue("nobody is served", () -> changedBy("select 1").isEmpty());

        postgres.startAgainIfDead(port());

        assertFalse(changedBy("select 1").isPresent());
    }

    /** The number of rows, or nothing where nobody answers. */
    private OptionalInt changedBy(String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.owner(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return OptionalInt.of(statement.getUpdateCount());
        } catch (SQLException away) {
            return OptionalInt.empty();
        }
    }

    private int port() {
        return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private OptionalLong pid() {
        try {
            return Files.readAllLines(pidFile()).stream()
                    .limit(1)
                    .mapToLong(line -> Long.parseLong(line.strip()))
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    private Path pidFile() {
        return home.resolve("postgres/postmaster.pid");
    }
}
