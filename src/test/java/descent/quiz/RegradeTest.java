package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.quiz.marking.Regrading;
import descent.quiz.marking.Regrading.State;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditEntry;
import descent.shared.mail.Mailbox;
import descent.testing.AtOnce;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an author changes after attempts were graded: the key of a question, or that it counts. */
@QuarkusTest
class RegradeTest {
    @Inject TestCourse courses;
    @Inject TestPeople people;

    private String course;
    private Client author;
    private Client ada;
    private Sitting sitting;

    @BeforeEach
    void begin() {
        course = courses.published();
        author = people.author(course);
        ada = Client.enrolled(course);
        sitting = Sitting.begin(ada, course, "short");
    }

    private String page() {
        return "/teach/%s/tests/short/regrade".formatted(course);
    }

    private Document page(String query) {
        return Jsoup.parse(author.get(page() + query).then().statusCode(200).extract().asString());
    }

    private Response regrade(String deed) {
        return author.post(page(), Map.of("do", deed));
    }

    /** The page once the work that was asked for has been done. */
    private Document regraded(String deed) {
        regrade(deed).then().statusCode(303);
        return settled();
    }

    private Document settled() {
        return Eventually.get(
                "the work on grades",
                () -> page(""),
                page -> page.select("[data-under-way]").isEmpty());
    }

    private long audited() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        AuditEntry.count(
                                "action = ?1 and subjectId = ?2",
                                AuditAction.GRADE_CHANGED,
                                sitting.id.toString()));
    }

    @Test
    @Tag("G16")
    void g16_c21_mendedKeyIsAPlanFirstThenNewGradesAndTheReviewShowsIt() {
        var mailbox = Mailbox.install();
        sitting.say(2, 0, "0.9").then().statusCode(200);
        sitting.submit();
        assertEquals("0", sitting.result().select(".score strong").text());
        regrade("apply").then().statusCode(409);
        assertTrue(regraded("plan").text().contains("Nothing would change"));
        courses.replaceInBank(course, "answer: 0.8163", "answer: 0.9");
        var plan = regraded("plan");
        assertEquals(1, plan.select("table tbody tr").size());
        assertTrue(plan.select("table tbody tr").text().contains("q-number 0 1"));
        assertEquals("0", sitting.result().select(".score strong").text());
        mailbox.settle();
        assertTrue(mailbox.mails(ada.email(), "points").isEmpty());
        assertTrue(page("?q=Q-NUM").text().contains("q-number"));
        assertTrue(page("?q=nobody").text().contains("None of them"));
        assertTrue(regraded("apply").text().contains("One grade was changed"));
        mailbox.settle();
        assertEquals(sitting.path, mailbox.link(ada.email(), "Your points have changed"));
        assertEquals("1", sitting.result().select(".score strong").text());
        assertTrue(sitting.result().select(".review").get(1).text().contains("Right: 0.9"));
        assertEquals(1, audited());
        assertTrue(regraded("plan").text().contains("Nothing would change"));
        regrade("drop").then().statusCode(303);
        assertTrue(page("").text().contains("See what would change"));
        regrade("guess").then().statusCode(400);
        // G22: the grade of the test follows.
        ada.get("/courses/" + course + "/tests")
                .then()
                .body(containsString("Your grade: <strong>33.3 %"));
    }

    @Test
    @Tag("G16")
    void g16_brokenQuestionCountsForNobodyAndLearnersAreToldWhy() {
        var bob = Client.enrolled(course);
        var mailbox = Mailbox.install();
        sitting.answerRight(1);
        sitting.submit();
        assertTrue(sitting.result().text().contains("1 of 3 points"));
        var form = Map.of("question", "q-number", "reason", "Two answers were right.");
        author.post(page() + "/neutral", Map.of("question", "q-number")).then().statusCode(422);
        author.post(page() + "/neutral", Map.of("question", "q-true", "reason", "x"))
                .then()
                .statusCode(404);
        author.post(page() + "/neutral", form).then().statusCode(303);
        assertTrue(sitting.result().text().contains("1 of 2 points"));
        assertTrue(sitting.result().text().contains("does not count: Two answers were right."));
        mailbox.settle();
        mailbox.mail(ada.email(), "Your points have changed");
        // Also in attempts to come.
        var later = Sitting.begin(bob, course, "short");
        later.answerRight(2);
        later.submit();
        assertTrue(later.result().text().contains("0 of 2 points"));
        author.post(page() + "/restore", Map.of("question", "q-number")).then().statusCode(303);
        assertTrue(sitting.result().text().contains("1 of 3 points"));
        assertTrue(later.result().text().contains("1 of 3 points"));
    }

    @Test
    void authorsWhoAskAtOnceGetOnePlan() throws Exception {
        var statuses =
                AtOnce.times(
                        10, () -> author.stolen().post(page(), Map.of("do", "plan")).statusCode());
        assertEquals(10, Collections.frequency(statuses, 303), statuses::toString);
        assertTrue(settled().text().contains("Nothing would change"));
    }

    @Test
    void changeThatACrashBrokeOffGoesOn() {
        sitting.say(2, 0, "0.9").then().statusCode(200);
        sitting.submit();
        courses.replaceInBank(course, "answer: 0.8163", "answer: 0.9");
        regraded("plan");
        // As a program that was killed before the first attempt leaves it.
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Regrading.update(
                                "state = ?1, done = 0, changed = 0 where courseId = ?2",
                                State.CHANGING,
                                course));
        assertTrue(settled().text().contains("One grade was changed"));
        assertEquals("1", sitting.result().select(".score strong").text());
    }
}
