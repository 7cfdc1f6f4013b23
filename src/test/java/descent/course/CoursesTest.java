package descent.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.SecondConnections;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoursesTest {
    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject AgroalDataSource database;
    @Inject SecondConnections seconds;

    /** Else everybody in an exam would hold one connection and wait for another. */
    @Test
    void whoHoldsAConnectionTakesNoSecondToSeeWhetherContentHasChanged() {
        var id = courses.published(new Sample());
        assertTrue(all.find(id).isPresent());
        int before = seconds.by(Courses.class).size();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    hold();
                    // Now and then somebody else has just looked.
                    for (int i = 0; i < 6; i++) {
                        pause();
                        assertTrue(all.find(id).isPresent());
                    }
                });
        assertEquals(before, seconds.by(Courses.class).size());
    }

    /** For the rest of the transaction. */
    private void hold() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until somebody would look again. */
    private static void pause() {
        try {
            Thread.sleep(1_200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
