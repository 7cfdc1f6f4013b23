package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.activity.Activity.ResponseMissed;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

        void hear(@Observes ResponseMissed response) {
            heard.add(response);
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
        sitting.say(2, 0, "0.8125").then().statusCode(200);
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
    @Tag("G19")
    void g19_nothingOfTheKeyIsInAnyPageBeforeTheEnd() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "all");
        for (int number = 1; number <= ALL; number++) {
            sitting.page(number).then().statusCode(200).body(not(containsKey()));
            var first = sitting.drawn(number).asked().inputs().getFirst();
            var value = first.choices().isEmpty() ? "7" : first.choices().getFirst();
            sitting.save(number, 0, Map.of(first.id(), List.of(value)))
                    .then()
                    .body(not(containsKey()));
            sitting.page(number).then().statusCode(200).body(not(containsKey()));
        }
        for (var path : List.of("/summary", "/time", "/ledger")) {
            sitting.client.get(sitting.path + path).then().statusCode(200).body(not(containsKey()));
        }
    }

    private static org.hamcrest.Matcher<String> containsKey() {
        return org.hamcrest.Matchers.anyOf(
                containsString("CANARY"),
                containsString("canary"),
                containsString("0.8125"),
                containsString("\"correct\""));
    }

    @Test
    @Tag("G20")
    void g20_resultThatIsShownLaterTellsNothingNow() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "later");
        sitting.say(2, 0, "0.5").then().statusCode(200);
        sitting.submit();
        var result = sitting.result();
        assertFalse(result.html().toLowerCase(java.util.Locale.ROOT).contains("canary"));
        assertFalse(result.html().contains("Not right"));
        assertTrue(result.select(".score").isEmpty());
        assertTrue(result.text().contains("shown when the test has closed"));
    }

    @Test
    @Tag("G12")
    void g12_startPressedTwentyTimesAtOnceMakesOneAttempt() throws Exception {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var led = atOnce(20, () -> Sitting.started(Sitting.start(ada.stolen(), course, "short")));
        assertEquals(1, new HashSet<>(led).size(), led.toString());
    }

    @Test
    @Tag("G13")
    void g13_handingInTenTimesAtOnceGradesOnce() throws Exception {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "0.8125").then().statusCode(200);
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
    void g14_fourthAttemptOfThreeIsRefusedAlsoTenAtOnce() throws Exception {
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
    void g09_olderTabCannotOverwriteANewerAnswer() {
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
    void g10_otherDeviceFindsTheSameQuestionsInTheSameOrderAlsoAfterAnEdit() {
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
    void g11_foreignIdsChangeNothing() {
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
                        "é".repeat(2_049),
                        "😀\u202e<script>\r\n\t'\"&",
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
    }

    @Test
    void c13_answerAfterHandingInIsRefused() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1").then().statusCode(200);
        sitting.submit();
        sitting.say(2, 1, "0.8125")
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
