package descent.experiment.backpropagation;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The page, without scripts. */
@QuarkusTest
class BackpropagationTest {
    private static final String PAGE = "/experiments/backpropagation";

    @Test
    void visitorLooksAtAStepAndAtAllOfThem() {
        Client.visitor()
                .get(PAGE + "?network=2-1&x1=2&x2=1&w1_11=0.5&w1_12=0.25&b1_1=-1.25&y1=1&step=11")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("step <output data-number>11</output> of 24"),
                                containsString("All 24 steps as a list"),
                                containsString("= -0.5 · 0.25 = -0.125"),
                                containsString("<strong>L = 0.125</strong> before the update"),
                                containsString("All gradients of the backward pass agree")));
    }

    @Test
    void mistakesAreSaidAndWhatWasTypedStays() {
        Client.visitor()
                .get(
                        PAGE
                                + "?network=2-1&x1=%3Cb%3E&w1_11=0.7&loss=binary-cross-entropy&output=tanh")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString(
                                        "x1 must be a number from -10 to 10, was &quot;&lt;b&gt;&quot;."),
                                containsString(
                                        "Binary cross-entropy needs outputs between 0 and 1"),
                                containsString("value=\"0.7\""),
                                not(containsString("<svg class"))));
    }

    @Test
    void unknownStepIsTheFirstOrTheLast() {
        Client.visitor()
                .get(PAGE + "?step=-1")
                .then()
                .statusCode(200)
                .body(containsString("data-number>0<"));
        Client.visitor()
                .get(PAGE + "?step=9999")
                .then()
                .statusCode(200)
                .body(containsString("data-number>52<"));
        Client.visitor().get(PAGE + "?step=99999999999").then().statusCode(200);
    }
}
