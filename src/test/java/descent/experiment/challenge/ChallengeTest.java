package descent.experiment.challenge;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Challenges, as learners take them. */
@QuarkusTest
class ChallengeTest {
    private static final String ALL = "/courses/sample/challenges";
    private static final String PAGE = ALL + "/reach-the-valley";

    private static Client named(String name) {
        var client = Client.visitor();
        client.post(
                        "/sign-up",
                        Map.of("name", name, "email", client.email(), "password", Client.PASSWORD))
                .then()
                .statusCode(303);
        client.post("/courses/sample/enrol", Map.of()).then().statusCode(303);
        return client;
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Response enter(Client client, String rate, String layers) {
        return client.request()
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .urlEncodingEnabled(true)
                .formParam("setting", rate, layers)
                .post(PAGE);
    }

    /** The page when the server has graded everything. */
    private static String graded(Client client) {
        return Eventually.get(
                "all entries are graded",
                () -> client.get(PAGE).asString(),
                page -> !page.contains("being graded"));
    }

    @Test
    void challengesAreForThoseWhoTakeTheCourse() {
        Client.visitor().get(PAGE).then().statusCode(303);
        Client.learner()
                .get(PAGE)
                .then()
                .statusCode(403)
                .body(containsString("action=\"/courses/sample/enrol\""));
        enter(Client.learner(), "0.1", "").then().statusCode(403);
        Client.enrolled("sample").get(ALL + "/none").then().statusCode(404);
    }

    @Test
    void serversOwnRunDecides() {
        var ada = Client.enrolled("sample");
        ada.get(ALL)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Reach the valley"), containsString("not tried")));
        enter(ada, "0.01", "").then().statusCode(303).header("Location", containsString(PAGE));
        assertTrue(graded(ada).contains("missed, final training loss 0.0517285 with 60 steps"));
        ada.get(PAGE)
                .then()
                .body(
                        allOf(
                                containsString("Take longer steps."),
                                not(containsString("is there at once"))));
        enter(ada, "2", "").then().statusCode(303);
        assertTrue(graded(ada).contains("the run diverged: it has no final training loss"));
        enter(ada, "0.1", "").then().statusCode(303);
        assertTrue(graded(ada).contains("reached, final training loss 0.0433263 with 6 steps"));
        ada.get(PAGE)
                .then()
                .body(
                        allOf(
                                containsString("You are in the valley."),
                                containsString("A rate of 0.3 is there at once."),
                                containsString("value=\"0.1\"")));
    }

    @Test
    void whatCannotBeRunStaysAsItWasTyped() {
        var ada = Client.enrolled("sample");
        enter(ada, "0.1", "[{kind: dense, units: 30}]")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("Over the limits: 91 parameters; 20 are allowed."),
                                containsString("A straight line needs two numbers."),
                                containsString("[{kind: dense, units: 30}]")));
        enter(ada, "-1 <b>", "")
                .then()
                .statusCode(422)
                .body(containsString("value=\"-1 &lt;b&gt;\""));
        enter(ada, "1000", "")
                .then()
                .statusCode(422)
                .body(
                        containsString(
                                "optimizer.learningRate must be between 1e-7 and 100, was 1000"));
        enter(ada, "0.0001", "").then().statusCode(422).body(containsString("Change at least one"));
        enter(ada, "", "").then().statusCode(422);
        enter(ada, "1".repeat(5_000), "")
                .then()
                .statusCode(422)
                .body(containsString("4,000 characters"));
        ada.post(PAGE, Map.of()).then().statusCode(422);
        ada.get(PAGE).then().body(containsString("Nothing yet."));
    }

    @Test
    void sameConfigurationAgainIsTheSameEntry() {
        var ada = Client.enrolled("sample");
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> enter(ada, "0.3" + "0".repeat(i), "").then().statusCode(303));
        assertEquals(2, graded(ada).split("reached, final training loss 0.0250454").length);
    }

    @Test
    void bestStandOnTheBoardAsTheyWish() {
        var adas = unique("Ada");
        var bens = unique("Ben");
        var ada = named(adas);
        var ben = named(bens);
        enter(ada, "0.3", "").then().statusCode(303);
        enter(ben, "0.1", "").then().statusCode(303);
        graded(ada);
        var board = board(graded(ben));
        assertTrue(board.indexOf(adas) > 0 && board.indexOf(adas) < board.indexOf(bens));
        appear(ada, "unnamed");
        assertFalse(board(ben.get(PAGE).asString()).contains(adas));
        assertTrue(board(ada.get(PAGE).asString()).contains(adas), "one's own name");
        appear(ben, "absent");
        assertFalse(ada.get(PAGE).asString().contains(bens));
        ben.get(PAGE).then().body(containsString("You are not on the boards."));
        appear(ben, "named");
        ben.post("/courses/sample/leave", Map.of());
        assertFalse(ada.get(PAGE).asString().contains(bens), "left the course");
        ada.post(ALL + "/board", Map.of("appearance", "king")).then().statusCode(400);
    }

    private static String board(String page) {
        return page.substring(page.indexOf("The best"));
    }

    private static void appear(Client client, String appearance) {
        client.post(ALL + "/board", Map.of("appearance", appearance)).then().statusCode(303);
    }
}
