package descent.experiment.path;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The page, without scripts. */
@QuarkusTest
class PathTest {
    private static final String PAGE = "/experiments/paths";

    @Test
    void visitorSeesPathsAndWhatCameOfThem() {
        Client.visitor()
                .get(PAGE + "?surface=twoMinima&use=sgd&use=momentum&focus=momentum&step=5")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("at the minimum (0.9456, 0) from step "),
                                containsString("at the minimum (-1.047, 0) from step "),
                                containsString("Momentum, step 5"),
                                containsString("v of x"),
                                containsString("v = momentum * v + g")));
    }

    @Test
    void divergenceIsShown() {
        Client.visitor()
                .get(PAGE + "?use=sgd&sgd.learningRate=0.5")
                .then()
                .statusCode(200)
                .body(containsString("diverged at step "));
    }

    @Test
    void mistakesAreSaidAndWhatWasTypedStays() {
        Client.visitor()
                .get(PAGE + "?use=adam&adam.learningRate=-1&x=99&steps=7")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString(
                                        "Adam: Learning rate must be a number from 1e-7 to 100, was &quot;-1&quot;."),
                                containsString(
                                        "Start x must be a number from -4 to 4, was &quot;99&quot;."),
                                containsString("value=\"7\""),
                                not(containsString("<svg class"))));
    }
}
