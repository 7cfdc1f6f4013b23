package descent.enrolment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import descent.testing.MovableClock;
import descent.testing.SecondConnections;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EnrolmentTest {
    @Inject TestCourses courses;
    @Inject TestPeople people;
    @Inject SecondConnections seconds;

    private String id;
    private String course;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        id = courses.published(new Sample());
        course = "/courses/" + id;
        author = people.author(id);
    }

    private Response rule(Map<String, String> fields) {
        return author.post(course + "/people/rule", fields);
    }

    private static Response enrol(Client who, String course, String code) {
        return who.post(course + "/enrol", Map.of("code", code));
    }

    private boolean isIn(Client who) {
        return who.get(course + "/cards").statusCode() == 200;
    }

    @Test
    void visitorIsLedThroughTheGateToWhereHeWas() {
        var ada = Client.visitor();
        var signIn = ada.get(course + "/cards").header("Location");
        assertTrue(
                signIn.endsWith("/login?from=" + course.replace("/", "%2F") + "%2Fcards"), signIn);
        ada.post(
                        "/sign-up",
                        Map.of(
                                "name",
                                "Ada",
                                "email",
                                ada.email(),
                                "password",
                                Client.PASSWORD,
                                "from",
                                course + "/cards"))
                .then()
                .header("Location", containsString(course + "/cards"));
        ada.get(course + "/cards")
                .then()
                .statusCode(403)
                .body(
                        containsString("Enrol and go on"),
                        containsString("name=\"from\" value=\"" + course + "/cards\""));
        ada.post(course + "/enrol", Map.of("from", course + "/cards"))
                .then()
                .statusCode(303)
                .header("Location", containsString(course + "/cards"));
        assertTrue(isIn(ada));
    }

    /** A form is not a page that one can go back to; the page that held it is. */
    @Test
    void whoSendsAFormWithoutBeingEnrolledIsLedBackToItsPage() {
        var ada = Client.learner();
        ada.request()
                .header("Referer", Client.origin() + course + "/tests/final")
                .contentType("application/x-www-form-urlencoded")
                .post(course + "/tests/final/start")
                .then()
                .statusCode(403)
                .body(containsString("value=\"" + course + "/tests/final\""));
    }

    @Test
    void clicksThatComeAtOnceEnrolOnce() throws Exception {
        var ada = Client.learner();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers =
                    threads.invokeAll(
                            Collections.nCopies(8, () -> enrol(ada, course, "").statusCode()));
            for (var answer : answers) {
                assertEquals(303, answer.get());
            }
        }
        assertTrue(isIn(ada));
    }

    @Test
    void enrollingTwiceIsEnrollingOnceAndLeavingIsNotForever() {
        var ada = Client.enrolled(id);
        enrol(ada, course, "").then().statusCode(303);
        ada.post(course + "/leave", Map.of()).then().statusCode(303);
        assertFalse(isIn(ada));
        enrol(ada, course, "").then().statusCode(303);
        assertTrue(isIn(ada));
        assertEquals(404, Client.learner().post("/courses/no-such/enrol", Map.of()).statusCode());
    }

    @Test
    void courseWithACodeLetsInWhoKnowsIt() {
        rule(Map.of("admission", "code", "code", "Blue Whale 7")).then().statusCode(303);
        var ada = Client.learner();
        ada.get(course).then().body(containsString("How to take this course"));
        ada.get(course + "/enrol").then().body(containsString("The code of the course"));
        enrol(ada, course, "").then().statusCode(422).body(containsString("not the code"));
        enrol(ada, course, "blue whale").then().statusCode(422);
        assertFalse(isIn(ada));
        enrol(ada, course, " bluewhale 7").then().statusCode(303);
        assertTrue(isIn(ada));
        ada.get(course).then().body(not(containsString("Blue Whale")));
        assertEquals(List.of(), seconds.by(Enrol.class), "else a class cannot enrol at once");
    }

    @Test
    void guessingCodesIsSlowedDown() {
        MovableClock.install();
        rule(Map.of("admission", "code", "code", "Blue Whale 7")).then().statusCode(303);
        var ada = Client.learner();
        for (int i = 0; i < 20; i++) {
            assertEquals(422, enrol(ada, course, "guess " + i).statusCode());
        }
        assertEquals(429, enrol(ada, course, "Blue Whale 7").statusCode());
    }

    @Test
    void courseByInvitationLetsInNobodyElse() {
        rule(Map.of("admission", "invitation")).then().statusCode(303);
        var ada = Client.learner();
        enrol(ada, course, "").then().statusCode(422).body(containsString("were invited"));
        ada.get(course + "/cards")
                .then()
                .statusCode(403)
                .body(
                        allOf(
                                containsString("were invited"),
                                not(containsString("Enrol and go on"))));
        assertFalse(isIn(ada));
        enrol(author, course, "").then().statusCode(303);
    }

    @Test
    void courseTakesPlaceBetweenItsDays() {
        var clock = MovableClock.install();
        var today = LocalDate.now(ZoneOffset.UTC);
        var ada = Client.enrolled(id);
        rule(Map.of(
                        "admission", "open",
                        "begins", today.plusDays(2).toString(),
                        "ends", today.plusDays(3).toString()))
                .then()
                .statusCode(303);
        ada.get(course + "/cards").then().statusCode(409).body(containsString("begins on"));
        ada.get(course).then().statusCode(200).body(containsString("It begins on"));
        ada.get(course + "/lessons/walking-downhill").then().statusCode(200);
        clock.forward(
                Duration.between(
                        clock.instant(),
                        today.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant()));
        ada.login();
        assertTrue(isIn(ada));
        clock.forward(Duration.ofHours(47));
        ada.login();
        assertTrue(isIn(ada));
        clock.forward(Duration.ofHours(1));
        ada.login();
        ada.get(course + "/cards").then().statusCode(409).body(containsString("ended on"));
        var late = Client.learner();
        enrol(late, course, "").then().statusCode(422).body(containsString("has ended"));
    }

    @ParameterizedTest
    @CsvSource({
        "king, , , , Choose who may enrol",
        "code, abc, , , Give a code of 4 to 40",
        "open, , tomorrow, , Give a day such as",
        "open, , 2027-02-30, , Give a day such as",
        "open, , 2027-02-03, 2027-02-02, comes before the first"
    })
    void nonsenseIsNotTakenAndNotLost(
            String admission, String code, String begins, String ends, String why) {
        var fields = new HashMap<String, String>();
        fields.put("admission", admission);
        fields.put("code", code == null ? "" : code);
        fields.put("begins", begins == null ? "" : begins);
        fields.put("ends", ends == null ? "" : ends);
        var answer = rule(fields);
        answer.then().statusCode(422).body(containsString(why));
        if (begins != null) {
            answer.then().body(containsString("value=\"" + begins + "\""));
        }
        assertEquals(303, enrol(Client.learner(), course, "").statusCode());
    }

    @Test
    void lastDayBelongsToTheCourseInItsAuthorsTimeZone() {
        author.post("/account/time-zone", Map.of("zone", "Pacific/Auckland"));
        rule(Map.of("admission", "open", "begins", "2030-01-01", "ends", "2030-01-31"));
        author.get(course + "/people/rule")
                .then()
                .body(
                        containsString("value=\"2030-01-01\""),
                        containsString("value=\"2030-01-31\""));
        var ada = Client.enrolled(id);
        ada.get(course).then().body(containsString("31 December 2029, 11:00"));
    }

    @Test
    void authorSeesNamesAndGroupsAndNoAddresses() {
        var ada = Client.enrolled(id);
        var page = author.get(course + "/people");
        page.then().statusCode(200).body(containsString("Ada"), not(containsString(ada.email())));
        var form = path(page, "/group");
        author.post(form, Map.of("group", "Group A")).then().statusCode(303);
        author.get(course + "/people?group=Group+A").then().body(containsString("Ada"));
        author.get(course + "/people?group=Other").then().body(containsString("Nobody"));
        author.post(form, Map.of("group", "x".repeat(61))).then().statusCode(400);
    }

    @Test
    void longListIsSearchedByNameAndReadByPages() {
        Client.enrolled(id);
        author.get(course + "/people?q=aD").then().body(containsString("1 takes this course"));
        author.get(course + "/people?q=zoe").then().body(containsString("Nobody of that name"));
        author.get(course + "/people?page=1").then().statusCode(200);
        author.get(course + "/people?page=-1").then().statusCode(400);
    }

    @Test
    void whoWasTakenOutComesBackOnlyWhenLetIn() {
        var ada = Client.enrolled(id);
        author.post(path(author.get(course + "/people"), "/remove"), Map.of())
                .then()
                .statusCode(303);
        assertFalse(isIn(ada));
        enrol(ada, course, "").then().statusCode(422).body(containsString("taken out"));
        assertFalse(isIn(ada));
    }

    /** The first form of a page whose address ends like this. */
    private static String path(Response page, String end) {
        return page.htmlPath().getList("**.findAll { it.name() == 'form' }.@action").stream()
                .map(String::valueOf)
                .filter(action -> action.endsWith(end))
                .map(action -> URI.create(action).getPath())
                .findFirst()
                .orElseThrow();
    }
}
