package descent.quiz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.EndedBy;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditEntry;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What authors see and do about the tests of their courses. */
@QuarkusTest
class AuthorTest {
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

    private String test() {
        return "/teach/" + course + "/tests/short";
    }

    private Document page(String path) {
        var page = author.get(path);
        assertEquals(200, page.statusCode(), page.asString());
        return Jsoup.parse(page.asString());
    }

    private long audited(AuditAction action, Sitting of) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        AuditEntry.count(
                                "action = ?1 and subjectId = ?2", action, of.id.toString()));
    }

    private int remaining(Sitting of) {
        return of.client
                .get(of.path + "/time")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("remaining");
    }

    @Test
    @Tag("G25")
    void g25_c18_allUnderWayGetMinutesOnceAndTheirPagesLearnOfIt() {
        var other = Sitting.begin(Client.enrolled(course), course, "short");
        int before = remaining(other);
        var live = page(test());
        assertEquals(2, live.select("[data-live] tbody tr").size());
        var form =
                Map.of(
                        "minutes",
                        "15",
                        "moves",
                        live.select("form[action$=short/extend] [name=moves]").val());
        author.post(test() + "/extend", form).then().statusCode(303);
        // The same button again, as by a double click.
        author.post(test() + "/extend", form).then().statusCode(409);
        for (var each : List.of(sitting, other)) {
            assertEquals(each.row().startedAt.plus(Duration.ofMinutes(20)), each.row().deadline);
            assertEquals(1, audited(AuditAction.TIME_EXTENDED, each));
            assertEquals(1, each.steps(Kind.DEADLINE_MOVED));
        }
        assertTrue(remaining(other) > before + 800_000);
        ada.get(sitting.path + "/ledger").then().body(containsString("The end was moved to"));
    }

    @Test
    @Tag("G7")
    void g07_endedByTheClockIsOpenedAgainWithItsAnswers() {
        var clock = MovableClock.install();
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        clock.forward(Duration.ofMinutes(6));
        assertEquals("1", sitting.result().select(".score strong").text());
        assertEquals(EndedBy.TIME, sitting.row().endedBy);
        author.post(test() + "/attempts/" + sitting.id + "/reopen", Map.of("minutes", "10"))
                .then()
                .statusCode(303);
        assertEquals("0.8163", sitting.question(2).select("[name=answer.answer]").val());
        assertTrue(remaining(sitting) > 500_000);
        author.post(test() + "/attempts/" + sitting.id + "/reopen", Map.of("minutes", "10"))
                .then()
                .statusCode(409);
        sitting.say(3, 0, "canarylearningrate").then().statusCode(200);
        sitting.submit();
        assertEquals("2", sitting.result().select(".score strong").text());
        assertEquals(1, audited(AuditAction.TIME_EXTENDED, sitting));
        assertEquals(1, page(test() + "?q=ADA").select("[aria-label$=over] tbody tr").size());
        assertTrue(page(test() + "?q=zoe").text().contains("None by that name"));
    }

    @Test
    void attemptIsNotOpenedAgainBesideAnother() {
        sitting.submit();
        var second = Sitting.begin(ada, course, "short");
        author.post(test() + "/attempts/" + sitting.id + "/reopen", Map.of("minutes", "10"))
                .then()
                .statusCode(409)
                .body(containsString("one at a time"));
        assertTrue(second.row().isOpen());
    }

    @Test
    @Tag("G25")
    void g25_authorEndsAnAttemptWithWhatIsSaved() {
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        var close = test() + "/attempts/" + sitting.id + "/close";
        author.post(close, Map.of()).then().statusCode(303);
        author.post(close, Map.of()).then().statusCode(409);
        assertEquals(EndedBy.AUTHOR, sitting.row().endedBy);
        assertEquals("1", sitting.result().select(".score strong").text());
        sitting.say(2, 1, "7").then().statusCode(409);
        assertEquals(1, audited(AuditAction.TIME_EXTENDED, sitting));
        author.post(
                        test() + "/attempts/" + sitting.id + "/extend",
                        Map.of("minutes", "5", "moves", "0"))
                .then()
                .statusCode(409);
        author.post(test() + "/extend", Map.of("minutes", "0", "moves", "0"))
                .then()
                .statusCode(400);
    }

    @Test
    @Tag("G1")
    void g01_allowanceMovesTheDeadlineOfAnAttemptUnderWayAndTakesItBack() {
        var row = sitting.row();
        grant(Map.of("factor", "1.5", "minutes", "2", "test", "short")).then().statusCode(303);
        assertEquals(row.startedAt.plusSeconds(450 + 120), sitting.row().deadline);
        grant(Map.of("attempts", "1", "test", "short")).then().statusCode(422);
        grant(Map.of("attempts", "1", "test", "short", "confirmed", "yes")).then().statusCode(303);
        assertEquals(row.deadline, sitting.row().deadline);
        var list = page("/teach/" + course + "/allowances");
        assertTrue(list.select("table").text().contains("1 attempt more"));
        var withdraw = list.select("form[action$=withdraw]").attr("action");
        author.post(withdraw, Map.of()).then().statusCode(303);
        author.post(withdraw, Map.of()).then().statusCode(404);
        assertEquals(2, sitting.steps(Kind.DEADLINE_MOVED));
    }

    @Test
    @Tag("G1")
    void g01_c18_allowanceOfAGroupReachesItsAttemptsUnderWayAndNoOthers() {
        var other = Sitting.begin(Client.enrolled(course), course, "short");
        var people = "/courses/" + course + "/people/" + sitting.row().personId;
        author.post(people + "/group", Map.of("group", "evening")).then().statusCode(303);
        var before = sitting.row().deadline;
        author.post(
                        "/teach/" + course + "/allowances",
                        Map.of("who", "group:evening", "minutes", "3"))
                .then()
                .statusCode(303);
        assertEquals(before.plusSeconds(180), sitting.row().deadline);
        assertEquals(0, other.steps(Kind.DEADLINE_MOVED));
        // What is granted to one stands before what the group has.
        grant(Map.of("minutes", "5")).then().statusCode(303);
        assertEquals(before.plusSeconds(300), sitting.row().deadline);
    }

    /** Also in the middle of a test. */
    @Test
    @Tag("G1")
    void g01_whoComesIntoAnotherGroupHasItsTime() {
        var before = sitting.row().deadline;
        var group = "/courses/" + course + "/people/" + sitting.row().personId + "/group";
        author.post(group, Map.of("group", "evening")).then().statusCode(303);
        author.post(
                        "/teach/" + course + "/allowances",
                        Map.of("who", "group:evening", "minutes", "3"))
                .then()
                .statusCode(303);
        author.post(group, Map.of("group", "morning")).then().statusCode(303);
        assertEquals(before, sitting.row().deadline);
        author.post(group, Map.of("group", "evening")).then().statusCode(303);
        assertEquals(before.plusSeconds(180), sitting.row().deadline);
        assertEquals(3, sitting.steps(Kind.DEADLINE_MOVED));
    }

    private io.restassured.response.Response grant(Map<String, String> allowance) {
        var form = new HashMap<>(allowance);
        form.put("who", "learner:" + sitting.row().personId);
        return author.post("/teach/" + course + "/allowances", form);
    }

    @Test
    @Tag("G14")
    void g14_moreAttemptsAreGranted() {
        for (int i = 0; i < 3; i++) {
            Sitting.at(ada, Sitting.started(Sitting.start(ada, course, "short"))).submit();
        }
        Sitting.start(ada, course, "short").then().statusCode(409);
        grant(Map.of("attempts", "1")).then().statusCode(303);
        assertEquals(4, Sitting.begin(ada, course, "short").row().number);
    }

    @Test
    @Tag("G6")
    void g06_whoShortensAnAttemptUnderWayIsWarnedFirst() {
        var soon = LocalDateTime.now(ZoneOffset.UTC).plusMinutes(2).toString().substring(0, 16);
        var deadline = sitting.row().deadline;
        grant(Map.of("closes", soon, "test", "short"))
                .then()
                .statusCode(422)
                .body(containsString("1 attempt under way would end earlier"));
        assertEquals(deadline, sitting.row().deadline);
        assertEquals(0, sitting.steps(Kind.DEADLINE_MOVED));
    }

    @Test
    @Tag("G6")
    void g06_closingThatIsMovedBeforeTheEndOfAnAttemptIsShown() {
        assertTrue(page(test()).select("[role=alert]").isEmpty());
        courses.addTest(
                course,
                "short",
                """
                title: Three at most
                minutes: 5
                pass: 0.5
                attempts: 3
                closes: 2026-01-01T00:00:00Z
                questions: [q-single, q-number, q-short]
                review: right-after
                """);
        assertTrue(
                page(test())
                        .select("[role=alert]")
                        .text()
                        .contains("1 attempt under way will end after the test closes"));
    }

    @Test
    void badAllowanceIsToldWhatIsAllowed() {
        for (var wrong :
                List.of(
                        Map.of("factor", "0.5"),
                        Map.of("factor", "much"),
                        Map.of("minutes", "-1"),
                        Map.of("minutes", "99999"),
                        Map.of("closes", "tomorrow"),
                        Map.of("opens", "2027-02-01T10:00", "closes", "2027-02-01T09:00"),
                        Map.of("test", "none", "factor", "2"),
                        Map.of("factor", "1"))) {
            grant(wrong).then().statusCode(422).body(containsString("form-error"));
        }
        var form = Map.of("who", "learner:" + sitting.id, "factor", "2");
        author.post("/teach/" + course + "/allowances", form).then().statusCode(422);
    }

    @Test
    void textsAreMarkedByTheRubricWithoutNames() {
        courses.addTest(
                course,
                "essay",
                """
                title: An essay
                minutes: 5
                pass: 0.5
                marking: author
                questions: [q-written]
                review: right-after
                """);
        var essay = Sitting.begin(ada, course, "essay");
        essay.say(1, 0, "<b>Because</b> of the rate.").then().statusCode(200);
        essay.submit();
        assertTrue(essay.result().select("form.rubric").isEmpty());
        var path = "/teach/" + course + "/tests/essay/marking";
        var waiting = page(path);
        assertEquals("<b>Because</b> of the rate.", waiting.select(".given").text());
        assertFalse(waiting.select("main").text().contains("Ada"));
        var action = waiting.select("section form").attr("action");
        assertTrue(page(path + "?q=no-such-word").text().contains("No answer says that."));
        assertTrue(page(path + "?page=1").select(".given").isEmpty());
        assertTrue(action.endsWith("?marked=false&page=0"), action);
        author.post(action, Map.of("points.canary-cause", "9")).then().statusCode(422);
        author.post(action, Map.of("points.canary-cause", "many")).then().statusCode(400);
        author.post(action, Map.of("points.canary-cause", "1.75", "comment", "Well seen."))
                .then()
                .statusCode(303);
        assertTrue(page(path).text().contains("Nothing waits."));
        var marked = page(path + "?marked=true&q=BECAUSE");
        assertEquals("<b>Because</b> of the rate.", marked.select(".given").text());
        var again = marked.select("section form").attr("action");
        author.post(again, Map.of("points.canary-cause", "1.75", "comment", "Well seen."))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/marking?marked=true&page=0&q=BECAUSE&done=marked"));
        assertEquals("0.5", essay.result().select(".score strong").text());
        assertTrue(essay.result().text().contains("Well seen."));
        assertEquals(2, audited(AuditAction.GRADE_CHANGED, essay));
    }

    @Test
    void e16_gradesLeaveAsATableWithoutFormulas() {
        ada.post("/account/name", Map.of("name", "=HYPERLINK(1)")).then().statusCode(303);
        sitting.answerRight(2);
        sitting.submit();
        var csv = author.get(test() + "/grades.csv");
        csv.then().statusCode(200).header("Content-Type", containsString("text/csv"));
        var lines = csv.asString().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().endsWith("Question 3,Points 3"));
        assertFalse(lines.getLast().startsWith("="), lines.getLast());
        assertTrue(lines.getLast().endsWith("q-single,0,q-number,1,q-short,0"), lines.getLast());
    }

    @Test
    void reportOfAMistakeReachesTheInboxAndIsDealtWith() {
        ada.post(
                        sitting.path + "/questions/2",
                        Map.of(
                                "revision",
                                "0",
                                "answer.answer",
                                "0.8163",
                                "go",
                                "report",
                                "report",
                                URLEncoder.encode("The unit <i>is missing", UTF_8)))
                .then()
                .statusCode(303);
        // The answer was saved with it.
        assertEquals(1, sitting.steps(Kind.SAVED));
        sitting.submit();
        ada.post(sitting.path + "/questions/1/reports", Map.of("report", "Two-are-right"))
                .then()
                .statusCode(303);
        ada.post(sitting.path + "/questions/1/reports", Map.of("report", " "))
                .then()
                .statusCode(422);
        ada.post(sitting.path + "/questions/9/reports", Map.of("report", "x"))
                .then()
                .statusCode(404);
        var inbox = page("/teach/" + course + "/reports");
        assertEquals(2, inbox.select(".report-card").size());
        assertTrue(inbox.text().contains("The unit <i>is missing"));
        var found = page("/teach/" + course + "/reports?q=UNIT+%3Ci");
        assertEquals(1, found.select(".report-card").size());
        assertTrue(page("/teach/" + course + "/reports?q=%25").text().contains("No report says"));
        assertTrue(page("/teach/" + course).text().contains("Reported mistakes 2"));
        var settle = inbox.select(".report-card form").first().attr("action");
        author.post(settle, Map.of("settled", "yes")).then().statusCode(303);
        assertEquals(1, page("/teach/" + course + "/reports").select(".badge.good").size());
    }

    /** Who looks at the course as a learner sees what a learner would, also of an own attempt. */
    @Test
    @Tag("G20")
    void g20_authorWhoViewsAsALearnerIsToldNoMoreThanOne() {
        author.post("/courses/" + course + "/enrol", Map.of()).then().statusCode(303);
        var own = Sitting.begin(author, course, "later");
        own.answerRight(1);
        own.submit();
        author.post("/courses/" + course + "/view-as-learner", Map.of()).then().statusCode(303);
        for (var path :
                List.of(own.path, own.path + "/ledger", "/courses/" + course + "/tests/later")) {
            assertFalse(page(path).html().contains("CANARY"), path);
        }
        assertTrue(own.result().select(".score").isEmpty());
        assertEquals(403, author.get(test() + "/statistics").statusCode());
    }

    @Test
    void statisticsSayWhatTheyCanAndLeaveOutAuthors() {
        sitting.answerRight(2);
        sitting.submit();
        var own = people.author(course);
        own.post("/courses/" + course + "/enrol", Map.of());
        Sitting.begin(own, course, "short").submit();
        var statistics = page(test() + "/statistics");
        assertTrue(statistics.text().contains("1 first attempt"));
        assertTrue(statistics.text().contains("1 left out, made by authors"));
        assertTrue(statistics.text().contains("too few to say"));
        var options = page(test() + "/statistics/q-single");
        assertEquals(3, options.select("tbody tr").size());
        var typed = page(test() + "/statistics/q-number");
        assertTrue(typed.select("tbody tr").text().startsWith("0.8163 right 1"));
        author.get(test() + "/statistics/none").then().statusCode(404);
    }

    @Test
    @Tag("G23")
    void g23_statisticsComeFromFirstAttemptsUnlessAllAreAskedFor() {
        for (int i = 0; i < 5; i++) {
            var learner = Client.enrolled(course);
            var first = Sitting.begin(learner, course, "short");
            if (i < 3) {
                first.answerRight(2);
            }
            first.submit();
            Sitting.begin(learner, course, "short").submit();
        }
        assertTrue(page(test() + "/statistics").text().contains("5 first attempts"));
        assertTrue(facility(test() + "/statistics").startsWith("60.0 %"));
        assertTrue(facility(test() + "/statistics?all=true").startsWith("30.0 %"));
    }

    private String facility(String path) {
        return page(path).select("tr:has(a[href*=q-number]) td").get(3).text();
    }

    @Test
    void b16_learnersAndOtherCoursesAreKeptOut() {
        sitting.submit();
        for (var path :
                List.of(
                        "",
                        "/reports",
                        "/allowances",
                        "/tests/short",
                        "/tests/short/marking",
                        "/tests/short/statistics",
                        "/tests/short/statistics/q-number",
                        "/tests/short/regrade",
                        "/tests/short/grades.csv")) {
            ada.get("/teach/" + course + path)
                    .then()
                    .statusCode(403)
                    .body(not(containsString("q-number")));
            Client.visitor().get("/teach/" + course + path).then().statusCode(303);
        }
        var other = courses.published();
        var foreign = people.author(other);
        var attempt = "/teach/" + other + "/tests/short/attempts/" + sitting.id;
        var time = Map.of("minutes", "5", "moves", "0");
        for (var deed : List.of("/extend", "/reopen", "/close")) {
            // By the own course's door, and by one that is not the own.
            for (var who : List.of(foreign, author)) {
                who.post(attempt + deed, time).then().statusCode(404);
            }
        }
        foreign.post(
                        "/teach/" + other + "/tests/short/marking/" + sitting.id + "/1",
                        Map.of("share", "100"))
                .then()
                .statusCode(404);
        assertFalse(sitting.row().isOpen());
        assertEquals(0, sitting.steps(Kind.DEADLINE_MOVED));
        author.get("/teach/" + course + "/tests/none").then().statusCode(404);
        author.get("/teach/none").then().statusCode(404);
        foreign.get(test() + "/grades.csv").then().statusCode(404);
        foreign.post(test() + "/extend", Map.of()).then().statusCode(404);
    }
}
