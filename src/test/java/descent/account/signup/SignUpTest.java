package descent.account.signup;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.TestPeople;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignUpTest {
    private static final String SUBJECT = "Your account at Descent";

    @Inject TestPeople people;

    private static Response signUp(Client client) {
        return signUp(client, client.email(), Client.PASSWORD);
    }

    private static Response signUp(Client client, String email, String password) {
        return client.post(
                "/sign-up",
                Map.of("name", "Ada", "email", email, "password", password, "from", "/privacy"));
    }

    @Test
    void whoSignsUpIsSignedIn() {
        var ada = Client.learner();
        ada.get("/account").then().statusCode(200).body(containsString(ada.email()));
    }

    @Test
    void badFormShowsItselfAgainWithTheReasonAndWhatWasTyped() {
        Client.visitor()
                .post(
                        "/sign-up",
                        Map.of(
                                "name",
                                "<b>Ada</b>",
                                "email",
                                "not an address",
                                "password",
                                "short"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("Give an e-mail address"),
                                containsString("this one has 5"),
                                containsString("value=\"&lt;b&gt;Ada&lt;/b&gt;\""),
                                not(containsString("short\""))));
    }

    @Test
    void passwordsAreTypedIntoFieldsThatManagersKnow() {
        for (var page : new String[] {"/sign-up", "/login"}) {
            var field = Jsoup.parse(Client.visitor().get(page).asString()).select("#password");
            assertEquals("password", field.attr("type"), page);
            assertTrue(field.attr("autocomplete").endsWith("-password"), page);
        }
    }

    @Test
    void takenAddressIsRefusedWithoutAMailServer() {
        var ada = Client.learner();
        signUp(Client.visitor(), ada.email().toUpperCase(), Client.PASSWORD)
                .then()
                .statusCode(422)
                .body(containsString("Sign in instead"));
    }

    @Test
    void twoWhoSignUpWithOneAddressAtOnceAreOne() throws Exception {
        var email = Client.visitor().email();
        Callable<Integer> one = () -> signUp(Client.visitor(), email, Client.PASSWORD).statusCode();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses = threads.invokeAll(Stream.of(one, one).toList());
            assertEquals(303 + 422, statuses.stream().mapToInt(status -> status.resultNow()).sum());
        }
    }

    @Test
    void b9RoleCannotBeTyped() {
        var visitor = Client.visitor();
        visitor.post(
                        "/sign-up",
                        Map.of(
                                "name", "Eve",
                                "email", visitor.email(),
                                "password", Client.PASSWORD,
                                "role", "ADMIN",
                                "id", "00000000-0000-0000-0000-000000000000",
                                "enabled", "true"))
                .then()
                .statusCode(303);
        visitor.get("/account")
                .then()
                .body(allOf(containsString("learner"), not(containsString("admin"))));
    }

    @Test
    void timeZoneOfTheBrowserIsTaken() {
        var ada = Client.visitor();
        ada.post(
                "/sign-up",
                Map.of(
                        "name",
                        "Ada",
                        "email",
                        ada.email(),
                        "password",
                        Client.PASSWORD,
                        "zone",
                        "Pacific/Auckland"));
        assertEquals("Pacific/Auckland", person(ada).orElseThrow().timeZone.getId());
        var bob = Client.visitor();
        bob.post(
                "/sign-up",
                Map.of(
                        "name",
                        "Bob",
                        "email",
                        bob.email(),
                        "password",
                        Client.PASSWORD,
                        "zone",
                        "Mars/Olympus"));
        assertEquals("Z", person(bob).orElseThrow().timeZone.getId());
    }

    @Test
    void withAMailServerTheAccountComesIntoBeingBehindTheLink() {
        var mailbox = Mailbox.install();
        var ada = Client.visitor();
        signUp(ada).then().statusCode(200).body(containsString("A mail is on its way"));
        assertFalse(ada.isSignedIn());
        assertEquals(401, ada.login(Client.PASSWORD).statusCode());
        mailbox.settle();
        var link = mailbox.link(ada.email(), SUBJECT);
        ada.get(link).then().statusCode(200);
        assertTrue(person(ada).isEmpty(), "opening the link makes nothing");
        ada.post(link, Map.of("password", "another password")).then().statusCode(401);
        ada.post(link, Map.of("password", Client.PASSWORD))
                .then()
                .statusCode(303)
                .header("Location", containsString("/privacy"));
        assertTrue(ada.isSignedIn());
        ada.elsewhere().post(link, Map.of("password", Client.PASSWORD)).then().statusCode(409);
    }

    /** Who signs up with another's address knows the password and cannot read the mail. */
    @Test
    void strangerWhoSignedUpFirstGainsNothing() {
        var mailbox = Mailbox.install();
        var ada = Client.visitor();
        signUp(Client.visitor(), ada.email(), "the stranger's password");
        signUp(ada);
        mailbox.settle();
        var links = mailbox.mails(ada.email(), SUBJECT);
        assertEquals(2, links.size());
        var link = mailbox.link(ada.email(), SUBJECT);
        ada.post(link, Map.of("password", Client.PASSWORD)).then().statusCode(303);
        assertEquals(401, Client.visitor().from(ada.place()).login("x").statusCode());
        assertEquals(401, ada.elsewhere().login("the stranger's password").statusCode());
    }

    @Test
    void a15TakenAddressLooksLikeAFreeOneAndItsOwnerGetsAMail() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var free = Client.visitor();
        var forFree = signUp(free);
        var forTaken = signUp(Client.visitor(), ada.email(), Client.PASSWORD);
        assertEquals(forFree.statusCode(), forTaken.statusCode());
        assertEquals(
                forFree.asString().replace(free.email(), "E"),
                forTaken.asString().replace(ada.email(), "E"));
        mailbox.settle();
        var mail = mailbox.mail(ada.email(), "You have an account");
        assertFalse(mail.getText().contains("/confirm/"));
    }

    @Test
    void linkIsOverAfterTwoDays() {
        var mailbox = Mailbox.install();
        var clock = MovableClock.install();
        var ada = Client.visitor();
        signUp(ada);
        mailbox.settle();
        var link = mailbox.link(ada.email(), SUBJECT);
        clock.forward(Duration.ofHours(49));
        ada.get(link).then().statusCode(409);
    }

    @Test
    void a23FirstAdminIsMadeByAOneTimeLink() {
        var path = people.firstAdminLink();
        var adam = Client.visitor();
        adam.get(path).then().statusCode(200);
        adam.post(path, Map.of("name", "Adam", "email", "no", "password", "no"))
                .then()
                .statusCode(422);
        adam.post(path, Map.of("name", "Adam", "email", adam.email(), "password", Client.PASSWORD))
                .then()
                .statusCode(303);
        adam.get("/account").then().body(containsString("admin"));
        var eve = Client.visitor();
        eve.get(path).then().statusCode(409);
        eve.post(path, Map.of("name", "Eve", "email", eve.email(), "password", Client.PASSWORD))
                .then()
                .statusCode(409);
        assertTrue(person(eve).isEmpty());
        long left =
                QuarkusTransaction.requiringNew()
                        .call(() -> OneTimeLink.count("purpose", Purpose.FIRST_ADMIN));
        assertEquals(0, left, "links of other starts die too");
    }

    private static Optional<Person> person(Client client) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Person.withEmail(EmailAddress.of(client.email()).orElseThrow()));
    }
}
