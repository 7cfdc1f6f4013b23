package descent.enrolment;

import static org.hamcrest.Matchers.containsString;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrolmentTest {
    private static final String COURSE = "/courses/training-deep-networks";

    @Test
    void enrollingLeadsBackToWhereOneWas() {
        Client.learner()
                .post(COURSE + "/enrol", Map.of("from", COURSE + "/cards"))
                .then()
                .statusCode(303)
                .header("Location", containsString(COURSE + "/cards"));
    }

    @Test
    void visitorSignsInFirst() {
        Client.visitor()
                .post(COURSE + "/enrol", Map.of())
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
    }

    @Test
    void enrollingTwiceIsEnrollingOnce() {
        var ada = Client.enrolled("training-deep-networks");
        ada.post(COURSE + "/enrol", Map.of()).then().statusCode(303);
        ada.post(COURSE + "/leave", Map.of()).then().statusCode(303);
        ada.post(COURSE + "/enrol", Map.of()).then().statusCode(303);
    }
}
