package descent.shared.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditLogTest {
    private static final String NOT_ALLOWED = "42501";

    @Inject AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor_id = null",
                "delete from audit",
                "truncate audit",
                "drop table audit",
                "alter table audit disable trigger all",
                "create table other (id int)",
                "delete from flyway_schema_history",
                "set role descent"
            })
    void f14ProgramCannotChangeWhatWasLogged(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var attempt = connection.createStatement()) {
            var refusal = assertThrows(SQLException.class, () -> attempt.execute(statement));
            assertEquals(NOT_ALLOWED, refusal.getSQLState(), refusal.getMessage());
        }
    }

    @Test
    void linesAreKeptFor400Days() {
        var old = loggedAt(Duration.ofDays(401));
        var recent = loggedAt(Duration.ofDays(399));
        Arc.container().instance(ForgetOldAudit.class).get().run();
        assertEquals(0, lines(old));
        assertEquals(1, lines(recent));
    }

    private static UUID loggedAt(Duration ago) {
        var person = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        new AuditEntry(
                                        Instant.now().minus(ago),
                                        person,
                                        AuditAction.LOGIN,
                                        AuditSubject.NONE,
                                        Map.of(),
                                        "")
                                .persist());
        return person;
    }

    private static long lines(UUID actor) {
        return QuarkusTransaction.requiringNew().call(() -> AuditEntry.count("actorId", actor));
    }
}
