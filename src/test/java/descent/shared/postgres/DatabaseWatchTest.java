package descent.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Eventually;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The tests' database behind a wire that can be cut. */
@QuarkusTest
class DatabaseWatchTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private DatabaseWatch watch(
            AtomicInteger flushes, BorrowedConnections borrowed, String through, String direct) {
        return new DatabaseWatch(
                pool(flushes), borrowed, through, direct, user, password, Duration.ofSeconds(1));
    }

    @Test
    void frozenDatabaseIsNoticedWhoWaitsIsFreedAndItsReturnIsNoticedToo() throws Exception {
        var address = URI.create(url.substring("jdbc:".length()));
        var flushes = new AtomicInteger();
        try (var wire = new Wire(address.getHost(), address.getPort())) {
            var through = "jdbc:postgresql://127.0.0.1:" + wire.port() + address.getPath();
            var borrowed = new BorrowedConnections();
            var watch = watch(flushes, borrowed, through, through);
            try (var connection = DriverManager.getConnection(through, user, password)) {
                borrowed.onConnectionAcquire(connection);
                watch.start(new StartupEvent());
                assertFalse(watch.isAway());
                wire.freeze();
                var waiting = CompletableFuture.runAsync(() -> ask(connection));
                Eventually.isTrue("it is away", watch::isAway);
                var freed = assertThrows(CompletionException.class, waiting::join);
                assertTrue(DatabaseFaults.isPassing(freed), "answered by 503: " + freed);
                Eventually.isTrue("the pool keeps nothing stale", () -> flushes.get() > 0);
                wire.thaw();
                Eventually.isTrue("it is back", () -> !watch.isAway());
            } finally {
                watch.stop(new ShutdownEvent());
            }
        }
    }

    @Test
    void poolerThatHasNoConnectionToGiveIsNotADatabaseThatIsAway() throws Exception {
        var address = URI.create(url.substring("jdbc:".length()));
        var flushes = new AtomicInteger();
        try (var pooler = new Wire(address.getHost(), address.getPort())) {
            var through = "jdbc:postgresql://127.0.0.1:" + pooler.port() + address.getPath();
            var borrowed = new BorrowedConnections();
            var watch = watch(flushes, borrowed, through, url);
            var heard = new CompletableFuture<Void>();
            Handler ear = ear("the pooler keeps the watch waiting", heard);
            var logger = Logger.getLogger(DatabaseWatch.class.getName());
            logger.addHandler(ear);
            try (var connection = DriverManager.getConnection(through, user, password)) {
                borrowed.onConnectionAcquire(connection);
                watch.start(new StartupEvent());
                pooler.freeze();
                var waiting = CompletableFuture.runAsync(() -> ask(connection));
                Eventually.isTrue("it was kept waiting", heard::isDone);
                assertFalse(watch.isAway());
                pooler.thaw();
                waiting.join();
                assertEquals(0, flushes.get());
            } finally {
                logger.removeHandler(ear);
                watch.stop(new ShutdownEvent());
            }
        }
    }

    private static Handler ear(String word, CompletableFuture<Void> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getMessage().contains(word)) {
                    heard.complete(null);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static void ask(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of which nothing is asked but to be emptied. */
    private static AgroalDataSource pool(AtomicInteger flushes) {
        return (AgroalDataSource)
                Proxy.newProxyInstance(
                        DatabaseWatchTest.class.getClassLoader(),
                        new Class<?>[] {AgroalDataSource.class},
                        (self, method, arguments) -> {
                            assertTrue(
                                    method.getName().equals("flush")
                                            && arguments[0] == FlushMode.ALL,
                                    method.getName());
                            return flushes.incrementAndGet();
                        });
    }
}
