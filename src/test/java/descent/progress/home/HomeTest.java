package descent.progress.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.activity.Activity.LessonOpened;
import descent.activity.ActivityLog;
import descent.quiz.Sitting;
import descent.quiz.TestCourse;
import descent.shared.job.RecurringJob;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HomeTest {
    @Inject TestCourse courses;

    @Inject ActivityLog activities;

    @Inject RemindOfCards remindOfCards;

    @Inject EntityManager database;

    @Inject @All List<RecurringJob> jobs;

    private String course;
    private Client ada;

    @BeforeEach
    void somebodyNewTakesACourse() {
        course = courses.published();
        ada = Client.enrolled(course);
    }

    private Document page(String path) {
        var answer = ada.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    private String lesson() {
        return "/courses/" + course + "/lessons/walking-downhill";
    }

    /** The name and the value of a fact on the home page. */
    private String fact(String name) {
        return page("/home").select(".home-facts dt:contains(" + name + ") + dd").text();
    }

    private String step() {
        return page("/home").select(".home-course .button.primary").text();
    }

    private String concept() {
        return page("/courses/" + course + "/progress").select("tbody tr").first().text();
    }

    private static int number(Sitting sitting, String question) {
        return IntStream.rangeClosed(1, 3)
                .filter(n -> sitting.drawn(n).id().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private void answer(boolean right) {
        var sitting = Sitting.begin(ada, course, "short");
        int number = number(sitting, "q-number");
        if (right) {
            sitting.answerRight(number);
        } else {
            sitting.say(number, 0, "0.5").then().statusCode(200);
        }
        sitting.submit();
    }

    @Test
    void visitorSignsInFirst() {
        Client.visitor()
                .get("/home")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
    }

    @Test
    void whoTakesNoCourseIsLedToOne() {
        Client.learner()
                .get("/home")
                .then()
                .statusCode(200)
                .body(containsString("Choose a course"));
    }

    @Test
    void newcomerIsToldToReadTheFirstLesson() {
        assertEquals("Read Walking downhill", step());
        assertEquals("0 of 2", fact("Lessons read"));
    }

    @Test
    void readingGoesOnWhereItWas() {
        ada.get(lesson());
        assertEquals("Walking downhill", fact("You were reading"));
        ada.post(lesson() + "/place", Map.of("section", "rate")).then().statusCode(204);
        ada.get(lesson());
        var link = page("/home").select(".home-facts a[href*=#rate]");
        assertEquals(1, link.size());
        assertTrue(link.text().startsWith("Walking downhill: "), link.text());
    }

    @Test
    void listeningGoesOnWhereItWas() {
        assertEquals("", fact("You were listening"));
        var part = lesson() + "/listen/conversation";
        ada.post(part + "/position", Map.of("millis", "1234")).then().statusCode(204);
        assertEquals("Walking downhill: Classroom conversation", fact("You were listening"));
        assertEquals(1, page("/home").select(".home-facts a[href=" + part + "]").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such", "../../", "<b>"})
    void placeThatIsNoneIsRefused(String section) {
        ada.post(lesson() + "/place", Map.of("section", section)).then().statusCode(404);
    }

    @Test
    void lessonIsReadOnce() {
        ada.post(lesson() + "/read", Map.of())
                .then()
                .statusCode(303)
                .header("Location", containsString("/lessons/noise"));
        ada.post(lesson() + "/read", Map.of()).then().statusCode(303);
        assertEquals("1 of 2", fact("Lessons read"));
        assertEquals("Read Noise", step());
        ada.get(lesson()).then().body(containsString("You have read this lesson"));
        var history =
                page("/courses/" + course + "/progress/history").select("tbody tr").eachText();
        assertEquals(1, history.stream().filter(line -> line.contains("Read Walking")).count());
    }

    @Test
    void strangersReadingIsNotFollowed() {
        Client.visitor().get(lesson()).then().body(not(containsString("I have read this lesson")));
        Client.learner().post(lesson() + "/read", Map.of()).then().statusCode(403);
    }

    @Test
    void openAttemptComesFirstWithTheTimeItHas() {
        Sitting.begin(ada, course, "short");
        assertEquals("Go on with Three at most", step());
        assertTrue(
                fact("Under way").matches("Three at most: [45] minutes left"), fact("Under way"));
        var clock = MovableClock.install();
        clock.forward(Duration.ofMinutes(6));
        assertEquals("", fact("Under way"));
    }

    /** The loop: missed, called, reviewed, known. */
    @Test
    void missedAnswerCallsItsCardAndMovesTheConcept() {
        assertTrue(concept().contains("no answer yet"), concept());
        answer(false);
        assertTrue(concept().startsWith("Descent not yet 10 % 1"), concept());
        assertTrue(step().startsWith("Review "), step());
        assertTrue(fact("Flashcards").matches("[12] to repeat, \\d+ new"), fact("Flashcards"));
        for (var card = due(); !card.isEmpty(); card = due()) {
            ada.post("/courses/" + course + "/cards/review", card).then().statusCode(303);
        }
        assertTrue(concept().contains("100 %"), "the cards are fresh in memory: " + concept());
        assertEquals("Look again at Descent", step());
        answer(true);
        assertTrue(concept().startsWith("Descent not yet 28 % 2"), concept());
    }

    /**
     * Neither a card that is called nor mastery that falls says what the result does not say yet.
     */
    @Test
    void whatIsNotShownYetIsNotHintedAt() {
        var clock = MovableClock.install();
        courses.addTest(
                course,
                "exam",
                """
                title: The exam
                minutes: 5
                pass: 0.5
                questions: [q-number, q-short]
                closes: %s
                review: after-closing
                """
                        .formatted(
                                clock.instant()
                                        .plus(Duration.ofMinutes(30))
                                        .truncatedTo(ChronoUnit.SECONDS)));
        var flashcards = fact("Flashcards");
        var archive = "/courses/" + course + "/progress/history";
        var sitting = Sitting.begin(ada, course, "exam");
        sitting.say(number(sitting, "q-number"), 0, "0.5").then().statusCode(200);
        sitting.submit();
        tellOutcomes();
        assertFalse(sitting.result().text().contains("points"), sitting.result().text());
        assertEquals(flashcards, fact("Flashcards"));
        assertTrue(concept().contains("no answer yet"), concept());
        assertEquals("Nothing yet.", page(archive).select("main .empty").text());
        assertFalse(page("/courses/" + course + "/cards/review").text().contains("Called for"));

        clock.forward(Duration.ofMinutes(31));
        tellOutcomes();
        tellOutcomes();
        assertTrue(concept().startsWith("Descent not yet 10 % 1"), concept());
        assertTrue(fact("Flashcards").matches("[12] to repeat, \\d+ new"), fact("Flashcards"));
        assertEquals(2, page(archive).select("tbody tr").size(), "the answer, and the test");
    }

    private void tellOutcomes() {
        jobs.stream()
                .filter(job -> job.name().equals("tell-outcomes-of-attempts"))
                .forEach(RecurringJob::run);
    }

    /** What the form of a called card sends for "easy"; empty when none is called. */
    private Map<String, String> due() {
        var page = page("/courses/" + course + "/cards/review");
        var form = new LinkedHashMap<String, String>();
        if (page.text().contains("Called for")) {
            page.select(".ratings input").forEach(f -> form.put(f.attr("name"), f.val()));
            form.put("rating", "4");
        }
        return form;
    }

    @Test
    void reminderComesOnceADayToWhoWantsIt() {
        var noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));
        QuarkusMock.installMockForType(Clock.fixed(noon, ZoneOffset.UTC), Clock.class);
        ada = Client.enrolled(course);
        answer(false);
        var mailbox = Mailbox.install();
        remindOfCards.run();
        mailbox.settle();
        assertEquals(0, reminders(mailbox), "off by default");
        ada.post("/home/reminders", Map.of("wanted", "yes")).then().statusCode(303);
        remindOfCards.run();
        remindOfCards.run();
        mailbox.settle();
        assertEquals(1, reminders(mailbox));
    }

    private int reminders(Mailbox mailbox) {
        return mailbox.mails(ada.email(), "due").size();
    }

    @Test
    void whoCannotBeRemindedKeepsNobodyElseFromIt() {
        var noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));
        QuarkusMock.installMockForType(Clock.fixed(noon, ZoneOffset.UTC), Clock.class);
        ada = Client.enrolled(course);
        answer(false);
        var eve = Client.enrolled(course);
        for (var who : List.of(ada, eve)) {
            who.post("/home/reminders", Map.of("wanted", "yes")).then().statusCode(303);
        }
        var mailbox = Mailbox.install();
        live(eve, "Nowhere/Never");
        try {
            remindOfCards.run();
        } finally {
            live(eve, "UTC");
        }
        mailbox.settle();
        assertEquals(1, reminders(mailbox));
    }

    private void live(Client who, String zone) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "update person set time_zone = :zone where email = :email")
                                .setParameter("zone", zone)
                                .setParameter("email", who.email())
                                .executeUpdate());
    }

    @Test
    void goalOfAWeekIsKeptAndCleared() {
        ada.post("/home/goal", Map.of("minutes", " 90 ")).then().statusCode(303);
        assertTrue(page("/home").text().contains("of 90 minutes"));
        ada.post("/home/goal", Map.of("minutes", "")).then().statusCode(303);
        assertFalse(page("/home").text().contains("of 90 minutes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "5001", "ninety", "1.5", "99999999999"})
    void goalThatIsNoneIsRefused(String minutes) {
        ada.post("/home/goal", Map.of("minutes", minutes))
                .then()
                .statusCode(422)
                .body(containsString("whole number of minutes from 1 to 5000"));
    }

    @Test
    void studyingIsCounted() {
        ada.get(lesson());
        assertTrue(page("/home").text().contains("You studied on 1 of the last seven days."));
        assertEquals(12, page("/home").select(".calendar tbody tr").size());
    }

    @Test
    void historyPages() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var id =
                            Person.withEmail(EmailAddress.of(ada.email()).orElseThrow())
                                    .orElseThrow()
                                    .id;
                    for (int i = 0; i < 60; i++) {
                        activities.record(new LessonOpened(id, course, "noise"));
                    }
                });
        var path = "/courses/" + course + "/progress/history";
        assertEquals(50, page(path).select("tbody tr").size());
        var earlier = page(path).select("main a[rel=next]").attr("href");
        assertEquals(10, page(path + earlier).select("tbody tr").size());
        assertEquals(0, page(path + earlier).select("main a[rel=next]").size());
        ada.get(path + "?page=-1").then().statusCode(400);
    }

    @Test
    void anothersProgressIsNotSeen() {
        answer(false);
        var eve = Client.enrolled(course);
        eve.get("/courses/" + course + "/progress").then().body(containsString("no answer yet"));
        assertEquals(
                List.of(),
                Jsoup.parse(eve.get("/courses/" + course + "/progress/history").asString())
                        .select("tbody tr")
                        .eachText());
    }
}
