package descent.quiz;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.activity.Activity.Recorded;
import descent.activity.Activity.ResponseMissed;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.EndedBy;
import descent.quiz.attempt.GivenGrade;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taking a test, from its list to its result. */
@QuarkusTest
class TakingTest {
    private static final int ALL = 12;

    @Inject TestCourse courses;

    @Inject Missed missed;

    /** What the other rooms are told. */
    @ApplicationScoped
    static class Missed {
        final ConcurrentLinkedQueue<ResponseMissed> heard = new ConcurrentLinkedQueue<>();

        void hear(@Observes Recorded recorded) {
            recorded.activities().stream()
                    .filter(ResponseMissed.class::isInstance)
                    .map(ResponseMissed.class::cast)
                    .forEach(heard::add);
        }

        List<ResponseMissed> of(UUID person) {
            return heard.stream().filter(each -> each.personId().equals(person)).toList();
        }
    }

    @Test
    void testIsTakenFromItsListToItsResult() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        ada.get("/courses/" + course + "/tests")
                .then()
                .statusCode(200)
                .body(containsString("One of each"), containsString("12 questions"));
        ada.get("/courses/" + course + "/tests/all")
                .then()
                .statusCode(200)
                .body(containsString("10 min"), containsString("Start"));
        var sitting = Sitting.begin(ada, course, "all");
        IntStream.rangeClosed(1, ALL).forEach(sitting::answerRight);
        sitting.submit().then().statusCode(303);
        var result = sitting.result();
        assertEquals("11", result.select(".score strong").text());
        assertTrue(result.text().contains("1 answer waits to be marked"), result.text());
        assertEquals(11, result.select(".review h2 .badge.good").size());
        assertEquals(1, sitting.row().unmarked);
    }

    @Test
    void resultTellsRightFeedbackSolutionAndWhereToRead() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        var single = sitting.drawn(1);
        var along =
                single.key().names().entrySet().stream()
                        .filter(name -> name.getValue().equals("canary-along"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        sitting.say(1, 0, along).then().statusCode(200);
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        sitting.submit();
        var result = sitting.result();
        assertEquals("1", result.select(".score strong").text());
        assertTrue(result.text().contains("Not passed yet"));
        assertTrue(result.select("#q1 ~ *, section").text().contains("CANARY uphill."));
        assertTrue(result.text().contains("CANARY explained."));
        assertTrue(result.text().contains("canarylearningrate"));
        assertTrue(result.html().contains("/courses/" + course + "/lessons/walking-downhill#step"));
        var told = missed.of(sitting.row().personId);
        assertEquals(
                List.of("q-single", "q-short"),
                told.stream().map(ResponseMissed::subject).toList());
        assertEquals(List.of("card-direction"), told.getFirst().cards());
        assertEquals("walking-downhill", told.getFirst().lesson());
    }

    @Test
    void missedQuestionBecomesACardOfOnesOwn() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "short");
        sitting.answerRight(2);
        sitting.submit();
        var make =
                sitting.result().select("a[href*=/cards/notes/new]").stream()
                        .map(link -> link.attr("href"))
                        .toList();
        assertEquals(2, make.size(), "the right one needs no card");
        assertTrue(make.getFirst().endsWith("?question=q-single"), make.getFirst());
        var form = Jsoup.parse(ada.get(make.getFirst()).asString());
        assertEquals(
                "About Descent. In your own words it stays best.", form.select(".lead").text());
        var made =
                ada.request()
                        .contentType("multipart/form-data")
                        .multiPart("question", form.select("[name=question]").val())
                        .multiPart("kind", "basic")
                        .multiPart("front", "Which way is down?")
                        .multiPart("back", "Against the gradient.")
                        .post("/courses/" + course + "/cards/notes/new");
        assertEquals(303, made.statusCode(), made.asString());
        var card = made.header("Location").replaceFirst(".*/", "");
        var review =
                Jsoup.parse(
                        ada.get("/courses/" + course + "/cards/review?card=" + card).asString());
        assertEquals("Which way is down?", review.select(".flashcard-front").text());
        assertEquals(
                "/courses/" + course + "/lessons/walking-downhill#step",
                review.select(".flashcard-answer a").attr("href"));
    }

    @Test
    @Tag("G20")
    void g20_c16_resultThatIsShownLaterTellsNothingNow() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "later");
        sitting.say(2, 0, "momentum").then().statusCode(200);
        sitting.submit();
        var result = sitting.result();
        assertFalse(result.html().toLowerCase(java.util.Locale.ROOT).contains("canary"));
        assertFalse(result.html().contains("Not right"));
        assertTrue(result.select(".score").isEmpty());
        assertTrue(result.text().contains("shown when the test has closed"));
    }

    @Test
    @Tag("G12")
    void g12_c08_startPressedTwentyTimesAtOnceMakesOneAttempt() throws Exception {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var led = atOnce(20, () -> Sitting.started(Sitting.start(ada.stolen(), course, "short")));
        assertEquals(1, new HashSet<>(led).size(), led.toString());
    }

    @Test
    @Tag("G13")
    void g13_c11_handingInTenTimesAtOnceGradesOnce() throws Exception {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        var codes = atOnce(10, () -> sitting.in(sitting.client.stolen()).submit().statusCode());
        assertEquals(List.of(303), codes.stream().distinct().toList());
        assertEquals(1, sitting.steps(Kind.SUBMITTED));
        assertEquals(3, sitting.steps(Kind.GRADED));
        assertEquals(
                sitting.result().select("section").html(),
                sitting.result().select("section").html());
    }

    @Test
    @Tag("G14")
    void g14_c14_fourthAttemptOfThreeIsRefusedAlsoTenAtOnce() throws Exception {
        var course = courses.published();
        var ada = Client.enrolled(course);
        for (int i = 0; i < 2; i++) {
            Sitting.begin(ada, course, "short").submit();
        }
        atOnce(10, () -> Sitting.start(ada.stolen(), course, "short").statusCode());
        Sitting.begin(ada, course, "short").submit();
        Sitting.start(ada, course, "short")
                .then()
                .statusCode(409)
                .body(containsString("all 3 attempts"));
        ada.get("/courses/" + course + "/tests/short")
                .then()
                .body(containsString("all 3 attempts"), not(containsString(">Start<")));
    }

    @Test
    @Tag("G9")
    void g09_c09_olderTabCannotOverwriteANewerAnswer() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1").then().statusCode(200).body("revision", equalTo(1));
        sitting.say(2, 1, "2").then().statusCode(200).body("revision", equalTo(2));
        sitting.say(2, 1, "3")
                .then()
                .statusCode(409)
                .body("revision", equalTo(2), "values.answer", equalTo(List.of("2")));
        sitting.save(2, 0, Map.of()).then().statusCode(409);
        assertEquals("2", sitting.question(2).select("input[name=answer.answer]").val());
        sitting.client
                .post(
                        sitting.path + "/questions/2",
                        Map.of("revision", "0", "answer.answer", "typed in vain", "go", "3"))
                .then()
                .statusCode(409)
                .body(containsString("typed in vain"), containsString("value=\"2\""));
    }

    @Test
    void c10_requestSentAgainChangesNothingAndAnotherAnswerNeedsAnotherKey() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        var one = Map.of("answer", List.of("1"));
        sitting.save(2, 0, "k1", one).then().statusCode(200);
        sitting.say(2, 1, "2").then().statusCode(200);
        sitting.save(2, 0, "k1", one).then().statusCode(200).body("revision", equalTo(2));
        sitting.save(2, 2, "k1", Map.of("answer", List.of("9"))).then().statusCode(422);
        assertEquals(2, sitting.steps(Kind.SAVED));
    }

    @Test
    @Tag("G8")
    void g08_saveTellsTimeRevisionAndHowItWasRead() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1,000.5")
                .then()
                .statusCode(200)
                .body(
                        "remaining",
                        greaterThan(200_000),
                        "revision",
                        equalTo(1),
                        "inputs.answer.understood",
                        equalTo("1000.5"));
        sitting.say(2, 1, "many")
                .then()
                .statusCode(200)
                .body("inputs.answer.problem", not(equalTo("")));
    }

    @Test
    @Tag("G10")
    void g10_c21_otherDeviceFindsTheSameQuestionsInTheSameOrderAlsoAfterAnEdit() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "all");
        sitting.answerRight(1);
        var before =
                IntStream.rangeClosed(1, ALL)
                        .mapToObj(n -> sitting.question(n).select("main .card").outerHtml())
                        .toList();
        courses.replaceInBank(course, "Against the gradient.", "Somewhere else entirely.");
        var phone = sitting.in(ada.faraway().login());
        assertEquals(sitting.path, Sitting.begin(phone.client, course, "all").path);
        var after =
                IntStream.rangeClosed(1, ALL)
                        .mapToObj(n -> phone.question(n).select("main .card").outerHtml())
                        .toList();
        assertEquals(before, after);
        assertFalse(sitting.question(1).select("input[type=radio][checked]").isEmpty());
    }

    @Test
    @Tag("G11")
    void g11_b01_b02_b10_foreignIdsChangeNothing() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        var mallory = sitting.in(Client.enrolled(course));
        mallory.say(2, 0, "5").then().statusCode(404);
        mallory.page(1).then().statusCode(404);
        mallory.submit().then().statusCode(404);
        for (var path : List.of("", "/summary", "/time", "/ledger")) {
            mallory.client.get(sitting.path + path).then().statusCode(404);
        }
        sitting.say(1, 0, "xabcde").then().statusCode(422);
        sitting.save(2, 0, Map.of("other", List.of("1"))).then().statusCode(422);
        sitting.say(99, 0, "1").then().statusCode(404);
        sitting.client.get("/attempts/not-a-uuid").then().statusCode(404);
        sitting.client.get("/attempts/" + UUID.randomUUID()).then().statusCode(404);
        sitting.client
                .post(sitting.path + "/questions/2", Map.of("revision", "0", "score", "1"))
                .then()
                .statusCode(400);
        sitting.client
                .post(sitting.path + "/questions/2", Map.of("revision", "x"))
                .then()
                .statusCode(400);
        assertEquals(0, sitting.steps(Kind.SAVED));
        assertTrue(sitting.row().isOpen());
    }

    @Test
    @Tag("G15")
    void g15_summarySaysWhatIsUnansweredBeforeHandingIn() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "5").then().statusCode(200);
        sitting.client
                .get(sitting.path + "/summary")
                .then()
                .statusCode(200)
                .body(
                        containsString("2 of 3 questions have no answer yet"),
                        containsString("with 2 unanswered"));
        assertTrue(sitting.row().isOpen());
    }

    @Test
    void pagesWorkWithoutScripts() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "all");
        var form = sitting.question(2).select("form.question");
        var first = form.select("input[type=checkbox][name^=answer]").first();
        assertNotNull(first);
        sitting.client
                .post(
                        sitting.path + "/questions/2",
                        Map.of(
                                "revision",
                                form.select("[name=revision]").val(),
                                "flag",
                                "shown",
                                "flagged",
                                "yes",
                                first.attr("name"),
                                first.val(),
                                "go",
                                "3"))
                .then()
                .statusCode(303)
                .header("Location", containsString("/questions/3"));
        var again = sitting.question(2);
        assertTrue(again.select("input[value=" + first.val() + "]").hasAttr("checked"));
        assertTrue(again.select("[name=flagged]").hasAttr("checked"));
        assertTrue(again.select("button.stop[value=2]").hasClass("flagged"));
        sitting.client
                .post(
                        sitting.path + "/questions/2",
                        Map.of("revision", "1", "flag", "shown", "go", "clear"))
                .then()
                .statusCode(303);
        assertTrue(
                sitting.question(2)
                        .select("input[type=checkbox][name^=answer][checked]")
                        .isEmpty());
    }

    @Test
    void everyTypeHasItsFields() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "all");
        for (int number = 1; number <= ALL; number++) {
            var shown =
                    sitting.question(number).select("form.question [name^=answer.]").stream()
                            .map(field -> field.attr("name").substring("answer.".length()))
                            .collect(Collectors.toSet());
            var asked =
                    sitting.drawn(number).asked().inputs().stream()
                            .map(input -> input.id())
                            .collect(Collectors.toSet());
            assertEquals(asked, shown, "question " + number);
        }
    }

    @Test
    void c23_textIsKeptExactlyOrRefusedWithTheLimit() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "all");
        int revision = 0;
        for (var text :
                List.of(
                        "x",
                        "é".repeat(2_048),
                        "é".repeat(2_049),
                        "😀\u202e<script>\r\n\t'\"&",
                        "' or 1=1 -- ; drop table attempt",
                        "${jndi:ldap://x} {inject:frame.name} %s %n {{7*7}}",
                        "\u0001\u200b\ufeff\u2028\u0301 ﷽ Ṱ̺̺̕o ‏مرحبا",
                        "  leading and trailing  ",
                        "😀".repeat(20_000))) {
            sitting.save(11, revision++, Map.of("answer", List.of(text))).then().statusCode(200);
            var stored = sitting.steps().getLast().response;
            assertNotNull(stored);
            assertEquals(
                    text, descent.question.drawn.Response.read(stored).to("answer").getFirst());
        }
        sitting.save(11, revision, Map.of("answer", List.of("x".repeat(20_001))))
                .then()
                .statusCode(422)
                .body(containsString("20,000"));
        sitting.save(11, revision, Map.of("answer", List.of("a\0b"))).then().statusCode(422);
        // Half of a surrogate pair in UTF-8, as no browser sends it.
        sitting.client
                .request()
                .accept("application/json")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("revision=" + revision + "&answer.answer=%ED%A0%80")
                .post(sitting.path + "/questions/11")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(400), equalTo(422)));
        sitting.save(11, revision + 1, Map.of())
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(409)));
    }

    @Test
    void c13_answerAfterHandingInIsRefused() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1").then().statusCode(200);
        sitting.submit();
        sitting.say(2, 1, "0.8163")
                .then()
                .statusCode(409)
                .body("error", containsString("handed in"));
        assertEquals("0", sitting.result().select(".score strong").text());
        assertEquals(303, sitting.page(2).statusCode());
    }

    @Test
    void b11_whoIsNotEnrolledStartsNothingAndWhoLeavesWritesNothing() {
        var course = courses.published();
        var bob = Client.learner();
        for (var path : List.of("/tests", "/tests/short")) {
            bob.get("/courses/" + course + path)
                    .then()
                    .statusCode(403)
                    .body(containsString("Enrol and go on"));
        }
        Sitting.start(bob, course, "short").then().statusCode(403);
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "short");
        sitting.say(2, 0, "1").then().statusCode(200);
        ada.post("/courses/" + course + "/leave", Map.of());
        sitting.say(2, 1, "2").then().statusCode(403);
        assertEquals(1, sitting.steps(Kind.SAVED));
    }

    @Test
    void c17_testTakenInOrderKnowsOneWay() {
        var course = courses.published();
        courses.addTest(
                course,
                "ordered",
                """
                title: In order
                minutes: 5
                pass: 0.5
                navigation: sequential
                questions: [q-number, q-true, q-short]
                review: right-after
                """);
        var sitting = Sitting.begin(Client.enrolled(course), course, "ordered");
        assertEquals(200, sitting.page(1).statusCode());
        assertEquals(409, sitting.page(2).statusCode());
        sitting.say(2, 0, "").then().statusCode(409).body("error", containsString("question 1"));
        sitting.say(1, 0, "0.5").then().statusCode(200);
        sitting.say(1, 1, "0.8163").then().statusCode(200);
        leave(sitting, 1, 2, "0.8163");
        assertEquals(409, sitting.page(1).statusCode());
        sitting.say(1, 2, "7").then().statusCode(409).body("error", containsString("question 2"));
        assertEquals(200, sitting.page(2).statusCode());
        assertTrue(sitting.question(2).select("nav.stops").isEmpty());
        var next = sitting.client.get(sitting.path).header("Location");
        assertTrue(next.endsWith("/questions/2"), next);
        leave(sitting, 2, 0, "");
        leave(sitting, 3, 0, "canarylearningrate");
        sitting.submit();
        assertEquals("2", sitting.result().select(".score strong").text());
        assertEquals(3, sitting.steps(Kind.PASSED));
    }

    private static void leave(Sitting sitting, int number, int revision, String answer) {
        sitting.client
                .post(
                        sitting.path + "/questions/" + number,
                        Map.of("revision", revision, "answer.answer", answer, "go", number + 1))
                .then()
                .statusCode(303);
    }

    @Test
    void certaintyIsAskedAndMarked() {
        var course = courses.published();
        courses.addTest(
                course,
                "sure",
                """
                title: How sure
                minutes: 5
                pass: 0.5
                certainty: true
                questions: [q-number, q-short, q-true]
                sections: [{title: Numbers, from: 1}, {title: Words, from: 2}]
                review: right-after
                """);
        var sitting = Sitting.begin(Client.enrolled(course), course, "sure");
        assertTrue(sitting.question(1).text().contains("Numbers"));
        assertTrue(sitting.question(3).text().contains("Words"));
        sitting.sure(1, 0, "0.8163", "HIGH").then().statusCode(200);
        sitting.sure(2, 0, "nonsense", "HIGH").then().statusCode(200);
        sitting.sure(2, 1, "nonsense", "MIDDLE")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        sitting.sure(2, 2, "nonsense", "VERY").then().statusCode(400);
        assertEquals("MIDDLE", sitting.question(2).select("[name=certainty][checked]").val());
        sitting.submit();
        // 3 for the sure and right one, -2 for the wrong one, 0 for no answer; of 9.
        assertEquals("1", sitting.result().select(".score strong").text());
        assertTrue(sitting.result().text().contains("of 9 points"));
    }

    @Test
    @Tag("G14")
    void g14_c15_nextAttemptWaitsUntilTheCoolDownIsOver() {
        var course = courses.published();
        courses.addTest(
                course,
                "cool",
                """
                title: Cool down
                minutes: 5
                cool-down: 60
                pass: 0.5
                questions: [q-number]
                review: right-after
                """);
        var clock = MovableClock.install();
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "cool");
        // The learner leaves: the pause counts from the deadline.
        clock.forward(Duration.ofMinutes(64));
        Sitting.start(ada, course, "cool")
                .then()
                .statusCode(409)
                .body(containsString("The next attempt is possible from"));
        assertEquals(EndedBy.TIME, sitting.row().endedBy);
        clock.forward(Duration.ofMinutes(2));
        Sitting.begin(ada, course, "cool");
    }

    @Test
    @Tag("G21")
    void g21_pointsAreExactAndTheirSumIsTheTotal() {
        var course = courses.published();
        courses.addTest(
                course,
                "thirds",
                """
                title: Thirds
                minutes: 5
                pass: 0.5
                questions: [q-cloze, q-multiple, q-written]
                review: right-after
                """);
        var sitting = Sitting.begin(Client.enrolled(course), course, "thirds");
        // One gap of three; one of two right ones and the one wrong: 1/2 - 1.
        var gap =
                sitting.drawn(1).key().names().entrySet().stream()
                        .filter(name -> name.getValue().equals("canary-steps"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        sitting.save(1, 0, Map.of(gap, List.of("63"))).then().statusCode(200);
        var names = sitting.drawn(2).key().names();
        sitting.save(
                        2,
                        0,
                        Map.of(
                                "answer",
                                names.entrySet().stream()
                                        .filter(name -> !name.getValue().equals("canary-b"))
                                        .map(Map.Entry::getKey)
                                        .toList()))
                .then()
                .statusCode(200);
        sitting.submit();
        var marks = GivenGrade.of(sitting.steps()).values().stream().map(GivenGrade::mark).toList();
        assertEquals(
                List.of("-0.5", "0", "0.3333333333"),
                marks.stream().map(BigDecimal::toPlainString).sorted().toList());
        var sum = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(sitting.row().mark));
        assertEquals(BigDecimal.ZERO, sitting.row().share());
    }

    @Test
    void rehearsalHasTheConditionsAndCountsNothing() {
        var course = courses.published();
        courses.addTest(
                course,
                "once",
                """
                title: Once
                minutes: 5
                pass: 0.5
                attempts: 1
                questions: {draw: 3, from: [walking-downhill]}
                review: after-closing
                """);
        var ada = Client.enrolled(course);
        for (int i = 0; i < 2; i++) {
            var path =
                    Sitting.started(
                            ada.post("/courses/" + course + "/tests/once/rehearse", Map.of()));
            var rehearsal = Sitting.at(ada, path);
            assertTrue(rehearsal.question(1).text().contains("rehearsal, does not count"));
            rehearsal.submit();
            assertFalse(rehearsal.result().select(".score").isEmpty());
        }
        assertEquals(1, Sitting.begin(ada, course, "once").row().number);
        Client.enrolled(course)
                .post("/courses/" + course + "/tests/short/rehearse", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void learnerMarksTheOwnTextByTheRubric() {
        var course = courses.published();
        courses.addTest(
                course,
                "essay",
                """
                title: An essay
                minutes: 5
                pass: 0.5
                questions: [q-written]
                review: right-after
                """);
        var sitting = Sitting.begin(Client.enrolled(course), course, "essay");
        sitting.say(1, 0, "Because of the rate.").then().statusCode(200);
        var marks = Map.of("points.canary-cause", "2", "points.canary-remedy", "0,75");
        sitting.client.post(sitting.path + "/questions/1/marks", marks).then().statusCode(409);
        sitting.submit();
        assertTrue(sitting.result().text().contains("1 answer waits to be marked"));
        sitting.client
                .post(sitting.path + "/questions/1/marks", Map.of("points.canary-cause", "3"))
                .then()
                .statusCode(422);
        sitting.client.post(sitting.path + "/questions/1/marks", marks).then().statusCode(303);
        // 2.75 of 3.5 points of the rubric.
        assertEquals("0.79", sitting.result().select(".score strong").text());
        assertTrue(sitting.result().text().contains("Passed"));
    }

    @Test
    void visitorIsLedToTheSignIn() {
        Client.visitor()
                .get("/courses/sample/tests")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
    }

    @Test
    void unknownTestIsNotFound() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        ada.get("/courses/" + course + "/tests/none").then().statusCode(404);
        Sitting.start(ada, course, "none").then().statusCode(404);
        ada.get("/courses/none/tests").then().statusCode(404);
    }

    private static <T> List<T> atOnce(int times, Callable<T> deed) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = threads.invokeAll(IntStream.range(0, times).mapToObj(_ -> deed).toList());
            var results = new java.util.ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
