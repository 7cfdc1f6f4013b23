package descent.shared.entrance;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.shared.mail.BrokenMailServer;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadersTest {
    private static final Pattern COOKIE = Pattern.compile("__Host-[a-z-]+=\\S+; .*");

    /** One answer of each kind that there is: pages, files, redirects, refusals, faults. */
    private static List<Response> answersOfAllKinds() {
        var visitor = Client.visitor();
        return List.of(
                visitor.get("/"),
                visitor.get("/login"),
                visitor.get(stylesheet(visitor)),
                visitor.get("/favicon.svg"),
                visitor.get("/formulas.css"),
                visitor.get("/account"),
                visitor.get("/nowhere"),
                visitor.get("/static/nowhere.js"),
                visitor.get("/logout"),
                visitor.request().options("/"),
                visitor.request().accept("application/json").get("/account"),
                visitor.request().header("Sec-Fetch-Site", "cross-site").post("/login"),
                visitor.request().header("Host", "evil.example").get("/"),
                visitor.post("/login", Map.of("password", "x".repeat(300_000))),
                Client.learner().get("/admin"),
                BrokenMailServer.answer("text/html"));
    }

    private static String stylesheet(Client client) {
        return Jsoup.parse(client.get("/").asString())
                .select("link[rel=stylesheet][href^=/static]")
                .attr("href");
    }

    @Test
    void f1f2EveryAnswerCarriesTheHeaders() {
        answersOfAllKinds().forEach(HeadersTest::carriesTheHeaders);
    }

    private static void carriesTheHeaders(Response answer) {
        var policy = answer.header("Content-Security-Policy");
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
                policy);
        answer.then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
                .header("Permissions-Policy", containsString("camera=()"));
        assertTrue(answer.getHeader("Cache-Control") != null, "says whether it may be kept");
        assertNull(answer.getHeader("Server"));
        assertNull(answer.getHeader("Access-Control-Allow-Origin"));
    }

    @Test
    void answersSayTheirTypeAndCharset() {
        answersOfAllKinds().stream()
                .filter(answer -> answer.asByteArray().length > 0)
                .forEach(HeadersTest::saysItsType);
    }

    private static void saysItsType(Response answer) {
        var type = answer.contentType().toLowerCase(Locale.ROOT);
        assertTrue(
                type.matches(
                        "text/(html|plain|css|javascript); ?charset=utf-8|application/json.*|image/svg\\+xml.*"),
                type);
    }

    @Test
    void f2PlainHttpOnThisMachineHasNoTransportSecurity() {
        assertNull(RestAssured.given().get("/login").header("Strict-Transport-Security"));
    }

    @Test
    void f3NothingOfAPersonsPagesIsKept() {
        var ada = Client.learner();
        for (var page : new String[] {"/", "/account", "/account/sessions", "/nowhere"}) {
            ada.get(page).then().header("Cache-Control", equalTo("no-store"));
        }
        ada.post("/account/data/archive", Map.of())
                .then()
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void a9CookiesAreBoundToThisHostAndToHttps() {
        var ada = Client.visitor();
        var answer =
                ada.post(
                        "/sign-up",
                        Map.of("name", "Ada", "email", ada.email(), "password", Client.PASSWORD));
        var cookies = new ArrayList<>(answer.headers().getValues("Set-Cookie"));
        cookies.addAll(
                ada.post("/language", Map.of("language", "de")).headers().getValues("Set-Cookie"));
        assertEquals(3, cookies.size(), cookies.toString());
        for (var cookie : cookies) {
            assertTrue(COOKIE.matcher(cookie).matches(), cookie);
            assertTrue(cookie.contains("; Path=/"), cookie);
            assertTrue(cookie.contains("; Secure"), cookie);
            assertTrue(cookie.contains("; HTTPOnly"), cookie);
            assertTrue(cookie.contains("; SameSite=Lax"), cookie);
            assertFalse(cookie.contains("Domain"), cookie);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "text/plain", "*/*"})
    void f4FaultOfOursTellsANumberAndNothingElse(String accept) {
        var answer = BrokenMailServer.answer(accept);
        assertEquals(500, answer.statusCode());
        var body = answer.asString();
        assertTrue(
                Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(body).find(),
                body);
        for (var inside :
                new String[] {
                    BrokenMailServer.SECRET, "Exception", "descent.", "java", "quarkus", "select"
                }) {
            assertFalse(body.contains(inside), inside + " in " + body);
        }
    }
}
