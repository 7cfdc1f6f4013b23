package descent.quiz.attempt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.Sitting;
import descent.quiz.TestCourse;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttemptsFirstTest {
    @Inject TestCourse courses;
    @Inject AttemptsFirst attemptsFirst;

    @Test
    void workInTheBackgroundStandsBackForATestUnderWay() {
        var course = courses.published();
        Sitting.begin(Client.enrolled(course), course, "short");
        assertTrue(attemptsFirst.isWanted());
    }
}
