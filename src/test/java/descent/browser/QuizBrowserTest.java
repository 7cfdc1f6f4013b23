package descent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import descent.quiz.TestCourse;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.watch.MoveDeadline;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests and practice in a real browser: by keyboard, offline, without scripts, on a phone. */
@QuarkusTest
class QuizBrowserTest {
    private static final Pattern SAVED = Pattern.compile("Saved at .*");

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;

    @Inject TestCourse courses;

    @Inject MoveDeadline moveDeadline;

    private String course;

    private Page enrolled(Visit visit) {
        course = courses.published();
        return visit.signedIn(Client.enrolled(course));
    }

    private Page begun(Visit visit, String test) {
        var page = enrolled(visit);
        visit.open("/courses/" + course + "/tests/" + test);
        page.locator("form[action$=start] button").click();
        assertThat(page.locator("h1")).containsText("Question 1");
        // With its scripts.
        page.waitForLoadState();
        return page;
    }

    private static UUID attempt(Page page) {
        var id = Pattern.compile("/attempts/([0-9a-f-]{36})").matcher(page.url());
        assertTrue(id.find(), page.url());
        return UUID.fromString(id.group(1));
    }

    private static long steps(UUID attempt, Kind kind) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AttemptStep.count("attemptId = ?1 and kind = ?2", attempt, kind));
    }

    @Test
    @Tag("G8")
    void g08_testIsTakenByKeyboardAndEachAnswerIsSavedWhileItIsGiven() {
        try (var visit = chromium.visit(root)) {
            var page = begun(visit, "short");
            page.locator("input[type=radio]").first().focus();
            page.keyboard().press("Space");
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            // The keys that a driver presses call no access keys.
            page.locator("button[accesskey=n]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Question 2");
            assertThat(page.locator("h1")).isFocused();
            page.keyboard().press("Tab");
            page.locator("[name='answer.answer']").focus();
            page.keyboard().type("0.8163");
            // What Enter does is no going away, and no clearing.
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            assertThat(page.locator("[name='answer.answer']")).hasValue("0.8163");
            page.locator("[name=flagged]").check();
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            assertEquals(1, steps(attempt(page), Kind.FLAGGED));
            page.goBack();
            assertThat(page.locator("h1")).containsText("Question 1");
            page.locator("button[value=summary]").last().click();
            assertThat(page.locator("h1")).containsText("Look over");
            assertThat(page.locator("main")).containsText("1 of 3 questions has no answer yet");
            visit.assertAccessible();
            page.locator("form[data-submit] button").click();
            assertThat(page.locator("h1")).containsText("attempt 1");
            visit.assertAccessible();
            visit.picture("quiz-result-wide");
        }
    }

    /** Alt and a letter, as a person presses them: the driver's own keys call no access keys. */
    private static void accessKey(Page page, String letter) {
        var event = new JsonObject();
        event.addProperty("type", "keyDown");
        event.addProperty("modifiers", 1);
        event.addProperty("key", letter);
        event.addProperty("text", letter);
        event.addProperty("unmodifiedText", letter);
        page.context().newCDPSession(page).send("Input.dispatchKeyEvent", event);
    }

    @Test
    void accessKeysLeadThroughATest() {
        try (var visit = chromium.visit(root)) {
            var page = begun(visit, "short");
            accessKey(page, "n");
            assertThat(page.locator("h1")).containsText("Question 2");
            accessKey(page, "f");
            assertThat(page.locator("[name=flagged]")).isChecked();
            accessKey(page, "p");
            assertThat(page.locator("h1")).containsText("Question 1");
        }
    }

    @Test
    void c22_answersGivenWithoutConnectionWaitAndAreFlushed() {
        try (var visit = chromium.visit(root)) {
            var page = begun(visit, "short");
            var id = attempt(page);
            page.locator("input[type=radio]").first().check();
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            page.locator("button.stop[value='2']").click();
            assertThat(page.locator("h1")).containsText("Question 2");
            page.locator("button.stop[value='1']").click();
            assertThat(page.locator("h1")).containsText("Question 1");

            page.context().setOffline(true);
            page.locator("input[type=radio]").last().check();
            assertThat(page.locator("[data-saved]")).containsText("Not saved yet.");
            page.locator("button.stop[value='2']").click();
            assertThat(page.locator("h1")).containsText("Question 2");
            page.locator("[name='answer.answer']").fill("0.8163");
            assertThat(page.locator("[data-saved]")).containsText("No connection");
            page.locator("button[value=summary]").last().click();
            assertThat(page.locator("[data-saved]")).containsText("2 answers are not saved yet");
            assertEquals(1, steps(id, Kind.SAVED));

            page.context().setOffline(false);
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            Eventually.isTrue("the flush", () -> steps(id, Kind.SAVED) == 3);
            page.locator("button.stop[value='1']").click();
            assertThat(page.locator("input[type=radio]").last()).isChecked();
            visit.expectTrouble("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    void c22_answersOfAWindowThatWasClosedOfflineAreSentByTheNext() {
        try (var visit = chromium.visit(root)) {
            var page = begun(visit, "short");
            var id = attempt(page);
            var browser = page.context();
            browser.setOffline(true);
            page.locator("input[type=radio]").first().check();
            assertThat(page.locator("[data-saved]")).containsText("No connection");
            page.close();
            assertEquals(0, steps(id, Kind.SAVED));
            browser.setOffline(false);
            var next = browser.newPage();
            next.navigate(root.resolve("/attempts/" + id).toString());
            Eventually.isTrue("the flush", () -> steps(id, Kind.SAVED) == 1);
            visit.expectTrouble("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    @Tag("G7")
    void g07_c04_openPageLearnsOfMoreTimeAndNoClockOfTheBrowserMatters() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            page.clock().install();
            visit.open("/courses/" + course + "/tests/short");
            page.locator("form[action$=start] button").click();
            var left = page.locator("[data-left]");
            assertThat(left).containsText(Pattern.compile("^[45]:\\d\\d left"));
            // The wall clock of the browser jumps; what counts is what the server says.
            page.clock().setSystemTime(System.currentTimeMillis() + 3_600_000);
            page.clock().runFor(1_000);
            assertThat(left).containsText(Pattern.compile("^[45]:\\d\\d left"));
            var id = attempt(page);
            QuarkusTransaction.requiringNew()
                    .run(() -> moveDeadline.extend(id, course, Duration.ofMinutes(20), 0));
            page.clock().runFor(10_000);
            assertThat(left).containsText(Pattern.compile("^2[45]:\\d\\d left"));
            page.locator(".clock button").click();
            assertThat(left).isHidden();
            page.reload();
            assertThat(page.locator("[data-left]")).isHidden();
        }
    }

    /**
     * The server's clock stands at a moment at which it would not end the attempt by itself yet.
     */
    @Test
    @Tag("G4")
    void g04_pageSaysThatTimeRunsShortAndHandsInByItselfWhenItIsOver() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            page.clock().install();
            visit.open("/courses/" + course + "/tests/short");
            page.locator("form[action$=start] button").click();
            page.locator("input[type=radio]").first().check();
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            var id = attempt(page);
            var deadline =
                    QuarkusTransaction.requiringNew()
                            .call(() -> Attempt.<Attempt>findByIdOptional(id).orElseThrow())
                            .deadline;
            assertThat(page.locator("[data-announce]")).isEmpty();
            serverSays(deadline.minusSeconds(45));
            page.clock().runFor(10_000);
            assertThat(page.locator("[data-announce]")).hasText("0:45 left");
            serverSays(deadline.plusSeconds(1));
            page.clock().runFor(10_000);
            assertThat(page.locator("h1")).containsText("attempt 1");
            assertThat(page.locator("main")).containsText("by the clock");
            assertEquals(1, steps(id, Kind.TIMED_OUT));
            assertEquals(3, steps(id, Kind.GRADED));
        }
    }

    private static void serverSays(Instant moment) {
        QuarkusMock.installMockForType(Clock.fixed(moment, ZoneOffset.UTC), Clock.class);
    }

    @Test
    void everyTypeCanBeAnsweredWithoutScriptsOnAPhone() {
        try (var visit =
                chromium.visit(
                        root,
                        o ->
                                o.setJavaScriptEnabled(false)
                                        .setViewportSize(390, 800)
                                        .setColorScheme(ColorScheme.DARK))) {
            var page = begun(visit, "all");
            for (int number = 1; number <= 12; number++) {
                assertThat(page.locator("h1")).containsText("Question " + number + " ");
                visit.assertFitsTheScreen();
                answer(page);
                visit.picture("quiz-phone-" + number);
                page.locator("button.primary").click();
            }
            assertThat(page.locator("main")).containsText("All 12 questions have an answer.");
            visit.picture("quiz-phone-summary");
            page.locator("form[data-submit] button").click();
            assertThat(page.locator(".score")).isVisible();
            visit.picture("quiz-phone-result");
        }
    }

    /** Somehow. */
    private static void answer(Page page) {
        var radios =
                page.locator("[name^='answer.'][type=radio], [name^='answer.'][type=checkbox]");
        if (radios.count() > 0) {
            radios.first().check();
        }
        var selects = page.locator("select[name^='answer.']");
        for (int i = 0; i < selects.count(); i++) {
            selects.nth(i)
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption()
                                    .setIndex(i % 2 + 1));
        }
        var fields = page.locator("input[name^='answer.']:not([type]), textarea[name^='answer.']");
        for (int i = 0; i < fields.count(); i++) {
            fields.nth(i).fill("7");
        }
    }

    @Test
    void practiceTellsAtOnceAndHelps() {
        try (var visit = chromium.visit(root)) {
            var page = enrolled(visit);
            visit.open("/courses/" + course + "/practice");
            visit.picture("practice-start");
            page.locator("button[value=ten]").click();
            assertThat(page.locator("h1")).containsText("Question 1");
            visit.picture("practice-question");
            page.locator("button[value=reveal]").click();
            assertThat(page.locator("[data-done]")).isVisible();
            visit.assertAccessible();
            visit.picture("practice-done");
            page.locator("button[value=next]").click();
            assertThat(page.locator("h1")).containsText("Question 2");
        }
    }

    @Test
    void answerThatIsFarTooLongIsToldAndHoldsUpNoOther() {
        try (var visit = chromium.visit(root)) {
            var page = begun(visit, "all");
            page.locator("button.stop[value='11']").click();
            assertThat(page.locator("h1")).containsText("Question 11 ");
            page.locator("textarea[name^='answer.']").fill("x".repeat(300_000));
            assertThat(page.locator("[data-saved]"))
                    .containsText("an answer has at most 20,000 characters");
            page.locator("textarea[name^='answer.']").fill("Shorter.");
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            assertEquals(1, steps(attempt(page), Kind.SAVED));
            visit.expectTrouble("422");
        }
    }

    /** The figure can be clicked on, and the list below it says the same in words. */
    @Test
    void placeIsChosenOnTheFigureOrInWords() {
        try (var visit = chromium.visit(root)) {
            var page = begun(visit, "all");
            int number =
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    AttemptQuestion.of(
                                                    Attempt.<Attempt>findByIdOptional(attempt(page))
                                                            .orElseThrow())
                                            .stream()
                                            .filter(q -> q.questionId.equals("q-spot"))
                                            .findFirst()
                                            .orElseThrow()
                                            .number());
            page.locator("button.stop[value='" + number + "']").click();
            assertThat(page.locator("h1")).containsText("Question " + number + " ");
            page.locator("rect[data-choose]").first().click();
            assertThat(page.locator("rect.chosen")).hasCount(1);
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            page.getByLabel("the floor").check();
            assertThat(page.locator("[data-saved]")).hasText(SAVED);
            visit.assertAccessible();
        }
    }
}
