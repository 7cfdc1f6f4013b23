package descent.account.login;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginTest {
    @Test
    void visitorIsLedToTheSignInPageAndBack() {
        var visitor = Client.visitor();
        visitor.get("/account?done=name")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?from=%2Faccount%3Fdone%3Dname"));
        visitor.get("/login?from=%2Faccount%3Fdone%3Dname")
                .then()
                .statusCode(200)
                .body(containsString("value=\"/account?done=name\""));
    }

    /** A form whose session is over leads back to the page that held it. */
    @Test
    void visitorWhoPostsIsLedBackToThePageOfTheForm() {
        Client.visitor()
                .request()
                .header("Referer", Client.origin() + "/courses/x?page=2")
                .post("/courses/x/enrol")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?from=%2Fcourses%2Fx%3Fpage%3D2"));
    }

    @Test
    void scriptOfAVisitorGets401() {
        Client.visitor()
                .request()
                .accept("application/json")
                .get("/account")
                .then()
                .statusCode(401);
    }

    /** All but the number that each request has for itself. */
    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.hasSameNameAs(new Header("X-Request-Id", "")))
                .map(Header::toString)
                .toList();
    }

    @Test
    void a13UnknownAddressAndWrongPasswordLookAlike() {
        var ada = Client.learner();
        var wrong = ada.elsewhere().login("not the password");
        var unknown = Client.visitor();
        var answer = unknown.login("not the password");
        assertEquals(401, wrong.statusCode());
        assertEquals(401, answer.statusCode());
        assertEquals(
                wrong.asString().replace(ada.email(), "E"),
                answer.asString().replace(unknown.email(), "E"));
        assertEquals(headers(wrong), headers(answer));
    }

    @Test
    void a24LogoutIsNoLink() {
        Client.learner().get("/logout").then().statusCode(405);
    }

    @Test
    void a19OverlongPasswordIsRefusedBeforeHashing() {
        Client.visitor().login("x".repeat(1_000_000)).then().statusCode(413);
        var before = System.nanoTime();
        Client.visitor().login("x".repeat(100_000)).then().statusCode(400);
        var took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.toMillis() < 500, "took " + took);
    }

    @Test
    void a10EleventhWrongLoginInAMinuteIsRefused() {
        MovableClock.install();
        var ada = Client.learner();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, ada.elsewhere().login("wrong " + i).statusCode());
        }
        var eleventh = ada.elsewhere().login(Client.PASSWORD);
        assertEquals(429, eleventh.statusCode());
        assertTrue(Integer.parseInt(eleventh.header("Retry-After")) > 30);
        eleventh.then().body(containsString("Try again in"));
    }

    @Test
    void a10UnknownNamesAreCountedLikeKnownOnes() {
        var nobody = Client.visitor();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, nobody.elsewhere().login("wrong " + i).statusCode());
        }
        assertEquals(429, nobody.elsewhere().login("wrong").statusCode());
    }

    @Test
    void a10StrangersFailuresLockNobodyOutOfAKnownDevice() {
        var ada = Client.learner();
        for (int i = 0; i < 12; i++) {
            ada.elsewhere().login("wrong " + i);
        }
        assertEquals(429, ada.elsewhere().login(Client.PASSWORD).statusCode());
        assertEquals(303, ada.login(Client.PASSWORD).statusCode());
    }

    @Test
    void a10KnownDeviceItselfIsCounted() {
        var ada = Client.learner();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, ada.login("wrong " + i).statusCode());
        }
        assertEquals(429, ada.login(Client.PASSWORD).statusCode());
    }

    /** From a hundred places: only the account's own counter can tell. */
    @Test
    void a11AccountTriedFromManyPlacesWaitsLongerEachTime() {
        var clock = MovableClock.install();
        var ada = Client.learner();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, ada.faraway().login("wrong").statusCode());
        }
        for (int wait = 1; wait <= 512; wait *= 2) {
            var refused = ada.faraway().login("wrong");
            assertEquals(429, refused.statusCode(), wait + " s");
            int told = Integer.parseInt(refused.header("Retry-After"));
            assertTrue(told <= wait && told >= wait - 1, "told %d of %d".formatted(told, wait));
            clock.forward(Duration.ofSeconds(wait));
            assertEquals(401, ada.faraway().login("wrong").statusCode());
        }
        assertEquals(429, ada.faraway().login(Client.PASSWORD).statusCode());
        clock.forward(Duration.ofMinutes(15));
        assertEquals(303, ada.faraway().login(Client.PASSWORD).statusCode());
        assertEquals(401, ada.faraway().login("wrong").statusCode());
        assertEquals(303, ada.faraway().login(Client.PASSWORD).statusCode());
    }

    @Test
    void a11ManyAccountsTriedFromOnePlaceAreRefused() {
        MovableClock.install();
        var place = Client.visitor().place();
        for (int i = 0; i < 100; i++) {
            var answer = Client.visitor().from(place).login("wrong");
            assertEquals(401, answer.statusCode(), "try " + i);
        }
        assertEquals(429, Client.visitor().from(place).login("wrong").statusCode());
        assertEquals(401, Client.visitor().login("wrong").statusCode());
    }

    @Test
    void classBehindOneAddressSignsInAtOnce() {
        var ada = Client.learner();
        for (int i = 0; i < 120; i++) {
            assertEquals(303, ada.elsewhere().login(Client.PASSWORD).statusCode(), "login " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/%0d%0aX: y"
            })
    void signInLeadsNowhereElse(String from) {
        var ada = Client.learner();
        var answer =
                ada.elsewhere()
                        .post(
                                "/login",
                                Map.of(
                                        "email",
                                        ada.email(),
                                        "password",
                                        Client.PASSWORD,
                                        "from",
                                        from));
        answer.then().statusCode(303).header("Location", not(containsString("evil")));
        assertNull(answer.header("X"));
    }

    @Test
    void a23NobodyIsThereFromTheStart() {
        for (var name : new String[] {"admin", "admin@example.org", "admin@dev.example"}) {
            for (var password : new String[] {"admin", "password", "", "descent"}) {
                var answer =
                        Client.visitor()
                                .post("/login", Map.of("email", name, "password", password));
                assertEquals(401, answer.statusCode());
            }
        }
        Client.visitor().post("/login/dev/admin", Map.of()).then().statusCode(404);
        Client.visitor().get("/login").then().body(not(containsString("dev mode")));
        Client.visitor().get("/first-admin/" + UUID.randomUUID()).then().statusCode(409);
    }
}
