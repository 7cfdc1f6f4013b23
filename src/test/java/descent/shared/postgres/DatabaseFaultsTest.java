package descent.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultsTest {
    /** PostgreSQL, appendix A. */
    @ParameterizedTest
    @CsvSource({
        "08006, true, true",
        "08001, true, true",
        "57P01, true, true",
        "57P03, true, true",
        "53300, true, false",
        "53100, true, false",
        "23505, false, false",
        "40001, false, false",
        "57014, false, false"
    })
    void databaseThatIsAwayIsToldFromOneThatSaidNo(String state, boolean passing, boolean away) {
        var fault = new SQLException("no", state);
        assertEquals(passing, DatabaseFaults.isPassing(new IllegalStateException(fault)));
        assertEquals(away, DatabaseFaults.isAway(fault));
    }

    @Test
    void whyACommitFailedStandsBesideItsException() {
        var rollback = new IllegalStateException("could not commit");
        rollback.addSuppressed(new IllegalStateException(new SQLException("closed", "08003")));
        assertTrue(DatabaseFaults.isPassing(new IllegalStateException(rollback)));
    }

    @Test
    void poolThatIsEmptyPassesAndAFaultOfOursDoesNot() {
        assertTrue(DatabaseFaults.isPassing(new SQLException("acquisition timeout")));
        assertFalse(DatabaseFaults.isPassing(new IllegalStateException("ours")));
    }
}
