package descent.account.code;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import descent.testing.MovableClock;
import descent.testing.SecondConnections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CodesTest {
    @Inject SecondConnections seconds;

    private MovableClock clock;

    @BeforeEach
    void settableClock() {
        clock = MovableClock.install();
    }

    @Test
    void signingInTakesACodeOnceItIsSetUp() {
        var ada = withCodes(Client.learner());
        var phone = ada.elsewhere();
        var step = step(phone.login(Client.PASSWORD));
        assertFalse(phone.isSignedIn());
        phone.post("/login/code", Map.of("step", step, "code", "000000")).then().statusCode(401);
        phone.post("/login/code", Map.of("step", step, "code", code(ada))).then().statusCode(303);
        assertTrue(phone.isSignedIn());
        assertEquals(
                List.of(), seconds.by(SecondFactors.class), "else many cannot sign in at once");
    }

    @Test
    void codeIsTakenOnce() {
        var ada = withCodes(Client.learner());
        var code = code(ada);
        assertEquals(303, second(ada.elsewhere(), code).statusCode());
        assertEquals(401, second(ada.elsewhere(), code).statusCode());
        clock.forward(Duration.ofSeconds(60));
        assertEquals(303, second(ada.elsewhere(), code(ada)).statusCode());
    }

    @Test
    void stepIsOverAfterFiveMinutesAndAfterUse() {
        var ada = withCodes(Client.learner());
        var phone = ada.elsewhere();
        var step = step(phone.login(Client.PASSWORD));
        clock.forward(Duration.ofMinutes(6));
        phone.post("/login/code", Map.of("step", step, "code", code(ada))).then().statusCode(409);
        var again = step(phone.login(Client.PASSWORD));
        phone.post("/login/code", Map.of("step", again, "code", code(ada))).then().statusCode(303);
        clock.forward(Duration.ofSeconds(60));
        phone.post("/login/code", Map.of("step", again, "code", code(ada))).then().statusCode(409);
    }

    @Test
    void guessingCodesIsSlowedDown() {
        var ada = withCodes(Client.learner());
        var phone = ada.elsewhere();
        var step = step(phone.login(Client.PASSWORD));
        for (int i = 0; i < 10; i++) {
            phone.post("/login/code", Map.of("step", step, "code", "00000" + i))
                    .then()
                    .statusCode(401);
        }
        phone.post("/login/code", Map.of("step", step, "code", code(ada))).then().statusCode(429);
    }

    @Test
    void recoveryCodeSignsInOnce() {
        var ada = Client.learner();
        var codes = recoveryCodes(setUp(ada));
        clock.forward(Duration.ofSeconds(60));
        assertEquals(10, codes.size());
        assertTrue(codes.getFirst().matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"), codes.getFirst());
        assertEquals(303, second(ada.elsewhere(), codes.getFirst().toUpperCase()).statusCode());
        assertEquals(401, second(ada.elsewhere(), codes.getFirst()).statusCode());
        ada.get("/account/codes").then().body(containsString("9 recovery codes"));
    }

    @Test
    void recoveryCodesAreLongAndStoredByHash() {
        var ada = Client.learner();
        var codes = recoveryCodes(setUp(ada));
        assertEquals(10, codes.stream().distinct().count());
        var alphabet = 32;
        int bits =
                codes.getFirst().replace("-", "").length()
                        * Integer.numberOfTrailingZeros(alphabet);
        assertTrue(bits >= 112, bits + " bits");
        var stored =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                RecoveryCode.<RecoveryCode>listAll().stream()
                                        .map(code -> code.codeHash)
                                        .toList());
        assertTrue(stored.contains(RecoveryCode.hash(codes.getFirst())));
        assertFalse(stored.contains(codes.getFirst()));
    }

    @Test
    void resetOfThePasswordLeavesCodesOn() {
        var ada = withCodes(Client.learner());
        var mailbox = Mailbox.install();
        ada.post("/password/forgotten", Map.of("email", ada.email()));
        mailbox.settle();
        var link = mailbox.link(ada.email(), "A new password");
        ada.post(link, Map.of("password", "another horse battery")).then().statusCode(303);
        var phone = ada.elsewhere();
        var step = step(phone.login("another horse battery"));
        assertFalse(phone.isSignedIn());
        phone.post("/login/code", Map.of("step", step, "code", code(ada))).then().statusCode(303);
    }

    @Test
    void newRecoveryCodesMakeTheOldWorthless() {
        var ada = Client.learner();
        var old = recoveryCodes(setUp(ada));
        ada.post("/account/codes/recovery", Map.of("password", "wrong")).then().statusCode(422);
        var fresh =
                recoveryCodes(
                        ada.post("/account/codes/recovery", Map.of("password", Client.PASSWORD)));
        assertEquals(401, second(ada.elsewhere(), old.get(3)).statusCode());
        assertEquals(303, second(ada.elsewhere(), fresh.get(3)).statusCode());
    }

    @Test
    void givingCodesUpTakesThePassword() {
        var ada = withCodes(Client.learner());
        ada.post("/account/codes/give-up", Map.of("password", "wrong")).then().statusCode(422);
        assertEquals(200, ada.elsewhere().login(Client.PASSWORD).statusCode());
        ada.post("/account/codes/give-up", Map.of("password", Client.PASSWORD))
                .then()
                .statusCode(303);
        assertEquals(303, ada.elsewhere().login(Client.PASSWORD).statusCode());
    }

    @Test
    void setUpTakesThePasswordAndARightCode() {
        var ada = Client.learner();
        ada.get("/account/codes").then().body(containsString("otpauth://totp/Descent:"));
        ada.post("/account/codes", Map.of("password", "wrong", "code", code(ada)))
                .then()
                .statusCode(422);
        ada.post("/account/codes", Map.of("password", Client.PASSWORD, "code", "123"))
                .then()
                .statusCode(422);
        assertEquals(303, ada.elsewhere().login(Client.PASSWORD).statusCode());
    }

    @Test
    void pagesOpenedAtOnceShowTheSameSecret() throws Exception {
        var ada = Client.learner();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<String> open = () -> ada.get("/account/codes").asString();
            var pages = threads.invokeAll(Collections.nCopies(8, open));
            var secrets = new HashSet<String>();
            for (var page : pages) {
                assertTrue(page.get().contains("secret="), page.get());
                secrets.add(page.get().replaceFirst("(?s).*secret=(\\w+).*", "$1"));
            }
            assertEquals(1, secrets.size());
        }
    }

    @Test
    void secretIsNotShownAgain() {
        var ada = withCodes(Client.learner());
        ada.get("/account/codes").then().body(not(containsString("otpauth")));
        ada.post("/account/codes", Map.of("password", Client.PASSWORD, "code", code(ada)))
                .then()
                .statusCode(409);
    }

    private Client withCodes(Client person) {
        setUp(person).then().statusCode(200);
        clock.forward(Duration.ofSeconds(60));
        return person;
    }

    private Response setUp(Client person) {
        person.get("/account/codes").then().statusCode(200);
        return person.post(
                "/account/codes", Map.of("password", Client.PASSWORD, "code", code(person)));
    }

    private Response second(Client browser, String code) {
        var step = step(browser.login(Client.PASSWORD));
        return browser.post("/login/code", Map.of("step", step, "code", code));
    }

    private static String step(Response page) {
        assertEquals(200, page.statusCode());
        return Jsoup.parse(page.asString()).select("input[name=step]").val();
    }

    private static List<String> recoveryCodes(Response page) {
        return Stream.of(page.asString().split("</?code>"))
                .filter(part -> part.matches("[a-z2-7-]{29}"))
                .toList();
    }

    /** What the app shows now. */
    private String code(Client person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var who = Person.withEmail(EmailAddress.of(person.email()).orElseThrow());
                    SecondFactor factor = SecondFactor.findById(who.orElseThrow().id);
                    return Totp.code(factor.secret, Totp.step(clock.instant()));
                });
    }
}
