package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.activity.Activity.Recorded;
import descent.activity.Activity.ResponseMissed;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.GivenGrade;
import descent.testing.AtOnce;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        var ways = result.select(".study a").stream().map(link -> link.attr("href")).toList();
        // Of the section of the first one there is no experiment, of the third one's no card.
        assertTrue(
                ways.contains("/courses/" + course + "/cards/review?card=lesson.card-direction"),
                ways.toString());
        assertEquals(
                List.of("/experiments/presets/" + course + "/two-rates"),
                ways.stream().filter(way -> way.startsWith("/experiments/")).toList());
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
    void whatIsSaidToTheWholeDependsOnThePoints() {
        var course = courses.published();
        courses.addTest(
                course,
                "said",
                """
                title: Said
                minutes: 5
                pass: 0.5
                questions: [q-number, q-short]
                remarks:
                  - {from: 0, text: Read it again.}
                review:
                  right-after: [attempt, marks]
                  while-open: [attempt, marks]
                  after-closing: [overall]
                """);
        courses.addTest(
                course,
                "said-at-once",
                """
                title: Said at once
                minutes: 5
                pass: 0.5
                questions: [q-number, q-short]
                remarks:
                  - {from: 0, text: Read it again.}
                  - {from: 0.5, text: Half of it.}
                  - {from: 0.75, text: Nearly.}
                review: right-after
                """);
        var ada = Client.enrolled(course);
        var silent = Sitting.begin(ada, course, "said");
        silent.submit();
        assertFalse(silent.result().text().contains("Read it again."));
        var none = Sitting.begin(ada, course, "said-at-once");
        none.submit();
        assertEquals("Read it again.", none.result().select("header .remark").text());
        var half = Sitting.begin(ada, course, "said-at-once");
        half.answerRight(1);
        half.submit();
        assertEquals("Half of it.", half.result().select("header .remark").text());
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
    @Tag("G13")
    void g13_c11_handingInTenTimesAtOnceGradesOnce() throws Exception {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        var codes =
                AtOnce.times(10, () -> sitting.in(sitting.client.stolen()).submit().statusCode());
        assertEquals(List.of(303), codes.stream().distinct().toList());
        assertEquals(1, sitting.steps(Kind.SUBMITTED));
        assertEquals(3, sitting.steps(Kind.GRADED));
        assertEquals(
                sitting.result().select("section").html(),
                sitting.result().select("section").html());
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
}
