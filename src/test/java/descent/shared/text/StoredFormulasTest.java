package descent.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredFormulasTest {
    @Inject StoredFormulas formulas;

    @Inject AgroalDataSource database;

    /** Else browsers would go on with a stylesheet that they kept, which lacks its classes. */
    @Test
    void formulaThatAnotherReplicaDrewChangesTheStylesheetsAddress() {
        var other = new StoredFormulas(database);
        other.loadStyles();
        var before = other.stylesheetVersion();
        // Of a size that nothing else has.
        var chance = ThreadLocalRandom.current();
        var tex = "\\rule{%d.%04dem}{1em}".formatted(chance.nextInt(2, 19), chance.nextInt(10_000));
        var drawn = formulas.draw(tex, false);
        assertEquals(before, other.stylesheetVersion());
        assertEquals(drawn, other.draw(tex, false));
        assertNotEquals(before, other.stylesheetVersion());
        for (var name : InlineStyles.names(drawn)) {
            assertTrue(other.stylesheet().contains("." + name + "{"), name);
        }
    }

    /** Else all would wait for each other after a start in the middle of an exam. */
    @Test
    void whoHoldsTheLastConnectionNeedsNoOtherToShowAFormula() {
        formulas.draw("\\eta_{\\rho_{7}}", false);
        var started = new StoredFormulas(database);
        var others = new ArrayList<Connection>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        asks();
                        holdAllOthers(others);
                        assertEquals(
                                formulas.draw("\\eta_{\\rho_{7}}", false),
                                started.draw("\\eta_{\\rho_{7}}", false));
                        // Drawn anew, which cannot be stored at the moment.
                        assertTrue(started.draw("\\rho_{\\eta_{8}}", false).text().contains("8"));
                    });
        } finally {
            others.forEach(StoredFormulasTest::close);
        }
    }

    /** Takes a connection for the rest of the transaction. */
    private void asks() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until there are no more: beside the transaction, in a thread of their own. */
    private void holdAllOthers(List<Connection> others) {
        var holder =
                new Thread(() -> {
                    try {
                        while (true) {
                            others.add(database.getConnection());
                        }
                    } catch (SQLException none) {
                        // All are held.
                    }
                });
        holder.start();
        try {
            holder.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
