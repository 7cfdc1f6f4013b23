package descent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.Role;
import descent.account.TestPeople;
import descent.engine.data.CsvTable;
import descent.engine.data.CsvTable.Target;
import descent.shared.web.Problem;
import descent.testing.AtOnce;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnTablesTest {
    @Inject OwnTables tables;
    @Inject TestPeople people;

    @Test
    void manySentAtOnceAreNoMoreThanMayBeKept() throws Exception {
        var ada = people.signedUp(Role.LEARNER);
        var table = CsvTable.read("x,y\n" + "1,2\n2,4\n".repeat(6), Optional.empty(), Target.GUESS);
        var statuses =
                AtOnce.times(
                        OwnTables.MOST + 6,
                        () -> {
                            try {
                                tables.keep(ada, "Points", table);
                                return 200;
                            } catch (Problem refused) {
                                return refused.status();
                            }
                        });
        assertEquals(OwnTables.MOST, Collections.frequency(statuses, 200), statuses::toString);
        assertEquals(6, Collections.frequency(statuses, 409), statuses::toString);
        assertEquals(OwnTables.MOST, tables.of(ada).size());
    }
}
