package descent.quiz.attempt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.Sitting;
import descent.quiz.TestCourse;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttemptsFirstTest {
    @Inject TestCourse courses;
    @Inject AttemptsFirst attemptsFirst;

    @Test
    void workInTheBackgroundStandsBackForATestUnderWayAndForNoOther() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        assertTrue(attemptsFirst.isWanted());
        QuarkusTransaction.begin();
        try {
            Attempt.update("state = ?1", AttemptState.SUBMITTED);
            assertFalse(attemptsFirst.isWanted());
            Attempt.update("state = ?1 where id = ?2", AttemptState.OPEN, sitting.id);
            assertTrue(attemptsFirst.isWanted());
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
