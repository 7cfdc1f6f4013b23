package descent.shared.entrance;

import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditEntry;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnSiteTest {
    private static RequestSpecification rename(Client client) {
        return client.request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "Mallory");
    }

    private static boolean isRenamed(Client client) {
        return client.get("/account").asString().contains("Mallory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "descent.example", ""})
    void a17RequestForAnotherHostIsRefused(String host) {
        Client.visitor().request().header("Host", host).get("/login").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void f10WriteThatAnotherSiteMadeABrowserSendIsRefused(String site) {
        var ada = Client.learner();
        rename(ada).header("Sec-Fetch-Site", site).post("/account/name").then().statusCode(403);
        assertFalse(isRenamed(ada));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://localhost.evil.example", ":"})
    void f10WriteFromAForeignOriginIsRefused(String origin) {
        var ada = Client.learner();
        rename(ada).header("Origin", origin).post("/account/name").then().statusCode(403);
        assertFalse(isRenamed(ada));
    }

    @Test
    void writeFromOurOwnPageIsTaken() {
        var ada = Client.learner();
        rename(ada)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "null")
                .post("/account/name")
                .then()
                .statusCode(303);
        rename(ada).header("Origin", Client.origin()).post("/account/name").then().statusCode(303);
        assertTrue(isRenamed(ada));
    }

    @Test
    void f10JsonThatSaysItIsTextIsRefused() {
        var ada = Client.learner();
        ada.request()
                .contentType("text/plain")
                .body("{\"course\":\"sample\"}")
                .post("/experiments")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void f9NoOtherOriginReadsAnything(String origin) {
        Client.visitor()
                .request()
                .header("Origin", origin)
                .get("/")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        Client.visitor()
                .request()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options("/login")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    /** Only 127.0.0.1 is a proxy here; this request comes from its neighbour. */
    @Test
    void f11StrangerIsNotBelievedAboutAddressAndTransport() throws Exception {
        var neighbour = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (var http = HttpClient.newBuilder().localAddress(neighbour).build()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + RestAssured.port + "/login"))
                            .header("X-Forwarded-For", "10.99.99.99")
                            .header("X-Forwarded-Proto", "https")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("email=f11@example.org&password=wrong"))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertEquals(401, answer.statusCode());
            assertTrue(answer.headers().firstValue("Strict-Transport-Security").isEmpty());
        }
        assertEquals(0, failuresFrom("10.99.99.99"));
        assertTrue(failuresFrom("127.0.0.2") > 0);
    }

    @Test
    void namedProxyIsBelieved() {
        var ada = Client.visitor();
        ada.login("wrong");
        assertEquals(1, failuresFrom(ada.place()));
    }

    private static long failuresFrom(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        AuditEntry.count(
                                "address = ?1 and action = ?2", address, AuditAction.LOGIN_FAILED));
    }

    @Test
    void writesHaveTheirOwnMethods() {
        assertEquals(405, Client.visitor().get("/logout").statusCode());
        assertEquals(405, Client.visitor().request().put("/login").statusCode());
        assertEquals(405, Client.visitor().request().request("TRACE", "/login").statusCode());
    }
}
