package descent.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Two visitors, one of them with a German browser. */
@QuarkusTest
class LanguagePagesTest {
    private static Document page(Client who, String path) {
        return Jsoup.parse(
                who.request().header("Accept-Language", "de-AT, de;q=0.9").get(path).asString());
    }

    @Test
    void frameSpeaksTheBrowsersLanguageAndSaysWhichTextIsInWhich() {
        var login = page(Client.visitor(), "/login");
        assertEquals("de", login.selectFirst("html").attr("lang"));
        assertEquals("de", login.selectFirst("main").attr("lang"));
        assertEquals("Anmelden", login.selectFirst("h1").text());
        assertEquals("Passwort", login.selectFirst("label[for=password]").text());
        var courses = page(Client.visitor(), "/");
        assertEquals("de", courses.selectFirst("html").attr("lang"));
        assertEquals("en", courses.selectFirst("main").attr("lang"));
        assertEquals("Kurse", courses.selectFirst(".site-nav a").text());
    }

    @Test
    void refusalAndErrorAreToldInItToo() {
        var visitor = Client.visitor();
        var refused =
                Jsoup.parse(
                        visitor.request()
                                .header("Accept-Language", "de")
                                .contentType("application/x-www-form-urlencoded")
                                .formParams(Map.of("name", "", "email", "ada@", "password", "kurz"))
                                .post("/sign-up")
                                .asString());
        assertEquals(
                "Wähle ein Passwort von 8 bis 128 Zeichen; dieses hat 4.",
                refused.selectFirst("#password-error").text());
        assertEquals("Hier ist nichts", page(visitor, "/no/such/page").selectFirst("h1").text());
    }

    @Test
    void whatIsChosenInTheFooterHoldsAgainstTheBrowser() {
        var visitor = Client.visitor();
        var german = page(visitor, "/login").selectFirst("form[action=/language] button");
        assertEquals("English", german.text());
        visitor.post("/language", Map.of("language", german.val())).then().statusCode(303);
        assertEquals("Sign in", page(visitor, "/login").selectFirst("h1").text());
        visitor.post("/language", Map.of("language", "de")).then().statusCode(303);
        assertEquals("Anmelden", page(visitor, "/login").selectFirst("h1").text());
        visitor.post("/language", Map.of("language", "tlh")).then().statusCode(400);
    }
}
