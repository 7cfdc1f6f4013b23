package descent.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Eventually;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A pool like the program's, of two connections. */
@QuarkusTest
class BorrowedConnectionsTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void nothingIsKeptOfConnectionsThatAreGivenBack() throws SQLException {
        var borrowed = new BorrowedConnections();
        try (var pool = pool(borrowed)) {
            for (int use = 0; use < 100; use++) ask(pool, "select 1");
            assertEquals(0, borrowed.count());
            try (var _ = pool.getConnection();
                    var _ = pool.getConnection()) {
                assertEquals(2, borrowed.count());
            }
            assertEquals(0, borrowed.count());
        }
    }

    @Test
    void whoWaitsOnAConnectionOfThePoolIsFreed() throws SQLException {
        var borrowed = new BorrowedConnections();
        try (var pool = pool(borrowed)) {
            var waiting = CompletableFuture.runAsync(() -> ask(pool, "select pg_sleep(30)"));
            Eventually.isTrue("it is borrowed", () -> borrowed.count() == 1);
            borrowed.abort();
            var freed = assertThrows(CompletionException.class, waiting::join);
            assertTrue(DatabaseFaults.isPassing(freed), "answered by 503: " + freed);
            assertEquals(0, borrowed.count());
        }
    }

    @Test
    void nothingIsKeptOfConnectionsThatTheServerEnds() throws SQLException {
        var borrowed = new BorrowedConnections();
        try (var pool = pool(borrowed)) {
            for (int time = 0; time < 4; time++)
                assertThrows(
                        IllegalStateException.class,
                        () -> ask(pool, "select pg_terminate_backend(pg_backend_pid())"));
            assertEquals(0, borrowed.count());
        }
    }

    private AgroalDataSource pool(BorrowedConnections borrowed) throws SQLException {
        var settings = new AgroalDataSourceConfigurationSupplier();
        settings.connectionPoolConfiguration(pool ->
                pool.maxSize(2)
                        .connectionFactoryConfiguration(to ->
                                to.jdbcUrl(url)
                                        .principal(new NamePrincipal(user))
                                        .credential(new SimplePassword(password))));
        var pool = AgroalDataSource.from(settings);
        pool.setPoolInterceptors(List.of(borrowed));
        return pool;
    }

    private static void ask(AgroalDataSource pool, String question) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(question);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
