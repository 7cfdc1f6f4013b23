package descent.account;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccountTest {
    @Inject SignUp signUp;

    @Test
    void whoSignsUpIsSignedIn() {
        var ada = Client.learner();
        ada.get("/account").then().statusCode(200).body(containsString(ada.email()));
    }

    @Test
    void visitorIsLedToTheSignInPageAndBack() {
        var visitor = Client.visitor();
        visitor.get("/account")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?from=%2Faccount"));
        visitor.get("/login?from=%2Faccount")
                .then()
                .statusCode(200)
                .body(containsString("value=\"/account\""));
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
    void takenAddressIsRefused() {
        var ada = Client.learner();
        Client.visitor()
                .post(
                        "/sign-up",
                        Map.of(
                                "name",
                                "Eve",
                                "email",
                                ada.email().toUpperCase(),
                                "password",
                                Client.PASSWORD))
                .then()
                .statusCode(422)
                .body(containsString("Sign in instead"));
    }

    @Test
    void a13UnknownAddressAndWrongPasswordLookAlike() {
        var ada = Client.learner();
        var wrong =
                Client.visitor()
                        .post("/login", Map.of("email", ada.email(), "password", "wrong password"));
        var unknown =
                Client.visitor()
                        .post(
                                "/login",
                                Map.of("email", "x" + ada.email(), "password", "wrong password"));
        assertEquals(401, wrong.statusCode());
        assertEquals(401, unknown.statusCode());
        assertEquals(
                wrong.asString().replace(ada.email(), "E"),
                unknown.asString().replace("x" + ada.email(), "E"));
    }

    @Test
    void a3CookieOfAnEndedSessionIsWorthNothing() {
        var ada = Client.learner();
        var stolen = login(ada);
        var thief = Client.visitor().request().cookie("descent-session", stolen);
        thief.get("/account").then().statusCode(200);
        Client.visitor()
                .request()
                .cookie("descent-session", stolen)
                .post("/logout")
                .then()
                .statusCode(303);
        Client.visitor()
                .request()
                .cookie("descent-session", stolen)
                .get("/account")
                .then()
                .statusCode(303);
    }

    @Test
    void a1LoginGivesANewSessionAndEndsTheOldOne() {
        var ada = Client.learner();
        var first = login(ada);
        var second =
                Client.visitor()
                        .request()
                        .cookie("descent-session", first)
                        .formParams(Map.of("email", ada.email(), "password", Client.PASSWORD))
                        .post("/login")
                        .cookie("descent-session");
        assertNotEquals(first, second);
        Client.visitor()
                .request()
                .cookie("descent-session", first)
                .get("/account")
                .then()
                .statusCode(303);
        Client.visitor()
                .request()
                .cookie("descent-session", second)
                .get("/account")
                .then()
                .statusCode(200);
    }

    @Test
    void a24LogoutIsNoLink() {
        Client.learner().get("/logout").then().statusCode(405);
    }

    @Test
    void b9RoleCannotBeTyped() {
        var visitor = Client.visitor();
        visitor.post(
                        "/sign-up",
                        Map.of(
                                "name",
                                "Eve",
                                "email",
                                visitor.email(),
                                "password",
                                Client.PASSWORD,
                                "role",
                                "ADMIN"))
                .then()
                .statusCode(303);
        visitor.get("/account")
                .then()
                .body(allOf(containsString("learner"), not(containsString("admin"))));
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
        Client.visitor()
                .post(
                        "/login",
                        Map.of("email", ada.email(), "password", Client.PASSWORD, "from", from))
                .then()
                .statusCode(303)
                .header("Location", not(containsString("evil")))
                .header("X", (String) null);
    }

    @Test
    void foreignSiteCannotPost() {
        Client.visitor()
                .request()
                .header("Origin", "https://evil.example")
                .post("/login")
                .then()
                .statusCode(403);
        Client.visitor()
                .request()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/login")
                .then()
                .statusCode(403);
        Client.visitor().request().header("Origin", "null").post("/login").then().statusCode(403);
    }

    @Test
    void unknownAddressGetsAPageOfOurs() {
        Client.visitor()
                .get("/no/such/page")
                .then()
                .statusCode(404)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Nothing here"));
    }

    @Test
    void passwordsAreHashedWithArgon2id() {
        var ada = Client.learner();
        var secret =
                io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                        .call(() -> {
                            var person =
                                    Person.withEmail(EmailAddress.of(ada.email()).orElseThrow())
                                            .orElseThrow();
                            return PasswordIdentity.<PasswordIdentity>findById(person.id).secret;
                        });
        assertFalse(secret.contains(Client.PASSWORD));
        assertEquals(
                "$argon2id$v=19$m=19456,t=2,p=1",
                secret.substring(0, secret.lastIndexOf('$', secret.lastIndexOf('$') - 1)));
    }

    private static String login(Client person) {
        return Client.visitor()
                .post("/login", Map.of("email", person.email(), "password", Client.PASSWORD))
                .cookie("descent-session");
    }
}
