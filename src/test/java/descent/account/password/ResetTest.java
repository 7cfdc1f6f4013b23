package descent.account.password;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.link.OneTimeLink;
import descent.shared.mail.Mailbox;
import descent.shared.mail.OutboxMail;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResetTest {
    private static final String SUBJECT = "A new password";
    private static final String NEW = "another horse entirely";

    private static String askedLink(Client person, Mailbox mailbox) {
        person.elsewhere().post("/password/forgotten", Map.of("email", person.email()));
        mailbox.settle();
        return mailbox.link(person.email(), SUBJECT);
    }

    @Test
    void a16LinkGivesANewPasswordAndSignsNobodyIn() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var other = ada.elsewhere();
        var link = askedLink(ada, mailbox);
        other.get(link).then().statusCode(200).body(containsString(ada.email()));
        other.post(link, Map.of("password", "short")).then().statusCode(422);
        other.post(link, Map.of("password", NEW))
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?done=password"));
        assertFalse(other.isSignedIn());
        assertFalse(ada.isSignedIn());
        assertEquals(303, other.login(NEW).statusCode());
        other.post(link, Map.of("password", NEW + "2")).then().statusCode(409);
        mailbox.settle();
        mailbox.mail(ada.email(), "Your password was changed");
    }

    @Test
    void a16LinkIsOverAfterAnHour() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var clock = MovableClock.install();
        var link = askedLink(ada, mailbox);
        clock.forward(Duration.ofMinutes(61));
        ada.elsewhere().get(link).then().statusCode(409);
        ada.elsewhere().post(link, Map.of("password", NEW)).then().statusCode(409);
    }

    @Test
    void a16LinkDiesOnANewerRequest() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var first = askedLink(ada, mailbox);
        var second = askedLink(ada, mailbox);
        ada.get(first).then().statusCode(409);
        ada.get(second).then().statusCode(200);
    }

    @Test
    void a16UnknownAddressGetsTheSameAnswerAndNoMail() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var nobody = Client.visitor();
        var known = ada.elsewhere().post("/password/forgotten", Map.of("email", ada.email()));
        var unknown = nobody.post("/password/forgotten", Map.of("email", nobody.email()));
        assertEquals(200, known.statusCode());
        assertEquals(known.asString(), unknown.asString());
        mailbox.settle();
        mailbox.mail(ada.email(), SUBJECT);
        assertTrue(mailbox.mails(nobody.email(), "").isEmpty());
    }

    @Test
    void a16TokenIsStoredAsItsHashAndInNoOutbox() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var link = askedLink(ada, mailbox);
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertTrue(token.length() >= 43, "256 bits in base64: " + token.length());
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var links = OneTimeLink.<OneTimeLink>listAll();
                    assertTrue(links.stream().noneMatch(row -> row.tokenHash.contains(token)));
                    var mails = OutboxMail.<OutboxMail>listAll();
                    assertTrue(mails.stream().noneMatch(m -> m.about.toString().contains(token)));
                });
    }

    @Test
    void a16WithoutAMailServerAnAdminIsNamed() {
        Client.visitor()
                .get("/password/forgotten")
                .then()
                .body(containsString("Ask an admin"))
                .body(not(containsString("<form method=\"post\" action=\"/password")));
    }

    @Test
    void a17LinkUsesTheConfiguredAddress() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        ada.elsewhere()
                .request()
                .header("X-Forwarded-Host", "evil.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", ada.email())
                .post("/password/forgotten");
        mailbox.settle();
        assertFalse(mailbox.mail(ada.email(), SUBJECT).getText().contains("evil"));
    }

    @Test
    void mailsToOneAddressAreLimited() {
        var mailbox = Mailbox.install();
        var ada = Client.visitor();
        for (int i = 0; i < 5; i++) {
            ada.post("/password/forgotten", Map.of("email", ada.email())).then().statusCode(200);
        }
        ada.faraway()
                .post("/password/forgotten", Map.of("email", ada.email()))
                .then()
                .statusCode(429);
        mailbox.settle();
    }

    @Test
    void oldAddressOfAResetLinkIsWorthNothingAfterAChangeOfAddress() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var link = askedLink(ada, mailbox);
        var wanted = Client.visitor().email();
        ada.post("/account/email", Map.of("email", wanted, "password", Client.PASSWORD))
                .then()
                .statusCode(200);
        mailbox.settle();
        ada.post(mailbox.link(wanted, "Your new address"), Map.of()).then().statusCode(303);
        Client.visitor().get(link).then().statusCode(409);
    }

    @Test
    void a20OldHashIsRenewedAtTheNextLogin() {
        var ada = Client.learner();
        var old = PasswordsTest.passwords(Map.of()).hashed(Client.PASSWORD);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        PasswordIdentity.update("secret = ?1 where personId = ?2", old, id(ada)));
        ada.elsewhere().login();
        assertTrue(secret(ada).startsWith("$argon2id$v=19$m=256,t=1,p=1$"), "the cost of tests");
        ada.elsewhere().login();
    }

    private static UUID id(Client person) {
        return Person.withEmail(EmailAddress.of(person.email()).orElseThrow()).orElseThrow().id;
    }

    private static String secret(Client person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PasswordIdentity.<PasswordIdentity>findById(id(person)).secret);
    }
}
