package descent.account.session;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.Sitting;
import descent.quiz.TestCourse;
import descent.shared.Token;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {
    private static final String COOKIE = Client.SESSION_COOKIE;

    @Inject TestCourse courses;

    @Test
    void a1LoginGivesANewSessionAndEndsTheOldOne() {
        var ada = Client.learner();
        var before = ada.stolen();
        ada.login();
        assertNotEquals(before.cookie(COOKIE), ada.cookie(COOKIE));
        assertTrue(ada.isSignedIn());
        assertFalse(before.isSignedIn());
    }

    @Test
    void a2CookieThatAStrangerSetStaysAnonymous() {
        var known = Token.random().text();
        var ada = Client.learner().elsewhere().withCookie(COOKIE, known);
        ada.login();
        assertNotEquals(known, ada.cookie(COOKIE));
        assertFalse(Client.visitor().withCookie(COOKIE, known).isSignedIn());
    }

    @Test
    void a3CookieOfAnEndedSessionIsWorthNothing() {
        var ada = Client.learner();
        var thief = ada.stolen();
        assertTrue(thief.isSignedIn());
        ada.post("/logout", Map.of()).then().statusCode(303);
        assertEquals("", ada.cookie(COOKIE));
        assertFalse(thief.isSignedIn());
    }

    @Test
    void a4PasswordChangeEndsAllOtherSessionsAndRenewsItsOwn() {
        var ada = Client.learner();
        var phone = ada.elsewhere().login();
        var thief = ada.stolen();
        ada.post(
                        "/account/password",
                        Map.of("current", Client.PASSWORD, "password", "another horse entirely"))
                .then()
                .statusCode(303);
        assertTrue(ada.isSignedIn());
        assertFalse(phone.isSignedIn());
        assertFalse(thief.isSignedIn());
        assertEquals(401, ada.elsewhere().login(Client.PASSWORD).statusCode());
        assertEquals(303, ada.elsewhere().login("another horse entirely").statusCode());
    }

    @Test
    void a6IdleSessionIsOver() {
        var clock = MovableClock.install();
        var ada = Client.learner();
        clock.forward(Duration.ofMinutes(119));
        assertTrue(ada.isSignedIn());
        clock.forward(Duration.ofMinutes(119));
        assertTrue(ada.isSignedIn());
        clock.forward(Duration.ofMinutes(121));
        assertFalse(ada.isSignedIn());
    }

    /**
     * What a session that runs out does to a test; that ending it is running out, a6 above says.
     */
    @Test
    void a6SessionThatEndsInATestLosesNothing() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.answerRight(1);
        var ada = sitting.client;
        ada.stolen().post("/account/sessions/end-all", Map.of()).then().statusCode(303);
        sitting.say(2, 0, "lost?").then().statusCode(401);
        assertTrue(
                ada.get(sitting.path + "/questions/2")
                        .header("Location")
                        .contains("/login?from=%2Fattempts%2F"));
        ada.login();
        sitting.answerRight(2);
        sitting.submit().then().statusCode(303);
        assertEquals("2", sitting.result().select(".score strong").text());
    }

    @Test
    void a7ActiveSessionIsOverAfterTwelveHours() {
        var clock = MovableClock.install();
        var ada = Client.learner();
        for (int hours = 0; hours < 11; hours++) {
            clock.forward(Duration.ofHours(1));
            assertTrue(ada.isSignedIn(), hours + " h");
        }
        clock.forward(Duration.ofMinutes(61));
        assertFalse(ada.isSignedIn());
    }

    @Test
    void rememberedSessionLastsThirtyDays() {
        var clock = MovableClock.install();
        var ada = Client.learner().elsewhere();
        var answer =
                ada.post(
                        "/login",
                        Map.of(
                                "email",
                                ada.email(),
                                "password",
                                Client.PASSWORD,
                                "remember",
                                "true"));
        assertEquals(30 * 24 * 3600, answer.detailedCookie(COOKIE).getMaxAge());
        clock.forward(Duration.ofDays(29));
        assertTrue(ada.isSignedIn());
        clock.forward(Duration.ofDays(1));
        assertFalse(ada.isSignedIn());
    }

    /** What a restart forgets is what a replica does not know: the table alone decides. */
    @Test
    void a8SessionIsARowAndNothingElse() {
        var ada = Client.learner();
        var hash = new Token(ada.cookie(COOKIE)).hash();
        assertTrue(ada.isSignedIn());
        QuarkusTransaction.requiringNew().run(() -> Session.deleteById(hash));
        assertFalse(ada.isSignedIn());
    }

    @Test
    void tokenIsStoredAsItsHashAlone() {
        var ada = Client.learner();
        var rows = QuarkusTransaction.requiringNew().call(() -> Session.<Session>listAll());
        assertTrue(rows.stream().noneMatch(row -> row.tokenHash.contains(ada.cookie(COOKIE))));
    }

    @Test
    void listShowsWhereOneIsSignedInAndEndsOne() {
        var ada = Client.learner();
        var phone = ada.elsewhere();
        phone.request()
                .header("User-Agent", "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Firefox/140.0")
                .contentType("application/x-www-form-urlencoded")
                .formParams(Map.of("email", ada.email(), "password", Client.PASSWORD))
                .post("/login");
        var page = ada.get("/account/sessions");
        page.then().body(containsString("Firefox on Android"));
        var links = page.htmlPath().getList("**.findAll { it.name() == 'form' }.@action");
        var end =
                links.stream().map(String::valueOf).filter(link -> link.endsWith("/end")).toList();
        assertEquals(1, end.size());
        ada.post(end.getFirst(), Map.of()).then().statusCode(303);
        assertFalse(phone.isSignedIn());
        assertTrue(ada.isSignedIn());
    }

    @Test
    void b2SessionOfAnotherIsNotEnded() {
        var ada = Client.learner();
        var id =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                Session.<Session>findById(new Token(ada.cookie(COOKIE)).hash()).id);
        Client.learner().post("/account/sessions/" + id + "/end", Map.of());
        assertTrue(ada.isSignedIn());
    }

    @Test
    void endAllSignsOutEverywhere() {
        var ada = Client.learner();
        var phone = ada.elsewhere().login();
        ada.post("/account/sessions/end-all", Map.of()).then().statusCode(303);
        assertFalse(ada.isSignedIn());
        assertFalse(phone.isSignedIn());
    }

    @Test
    void wayOutIsOnEveryPage() {
        var ada = Client.learner();
        for (var page : new String[] {"/", "/account", "/account/sessions"}) {
            assertTrue(ada.get(page).asString().contains("action=\"/logout\""), page);
        }
    }

    @Test
    void browsersAreKnownByTheirNames() {
        assertEquals(
                List.of("Edge on Windows", "Safari on iPhone", "Chrome on Linux", "A browser"),
                List.of(
                                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0",
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
                                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
                                "curl/8.0")
                        .stream()
                        .map(Browser::named)
                        .toList());
    }
}
