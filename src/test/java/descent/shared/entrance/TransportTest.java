package descent.shared.entrance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.shared.web.Addresses;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransportTest {
    /** The proxy that the tests' settings name passes on what came over plain http. */
    @Test
    void plainHttpFromANetworkIsRefused() {
        RestAssured.given()
                .header("X-Forwarded-For", "10.1.2.3")
                .get("/login")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("X-Forwarded-For", "10.1.2.3")
                .post("/login")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("X-Forwarded-For", "10.1.2.3")
                .header("X-Forwarded-Proto", "https")
                .get("/login")
                .then()
                .statusCode(200);
        RestAssured.given().get("/login").then().statusCode(200);
    }

    @Test
    void networkOverPlainHttpDoesNotStart() {
        var refusal =
                assertThrows(
                        ConfigurationException.class,
                        () -> start("0.0.0.0", Map.of(), false, null));
        assertTrue(String.valueOf(refusal.getMessage()).contains("descent.allow-http"));
        assertDoesNotThrow(() -> start("127.0.0.1", Map.of(), false, null));
        assertDoesNotThrow(() -> start("0.0.0.0", Map.of(), true, null));
        assertDoesNotThrow(() -> start("0.0.0.0", Map.of(), false, "10.0.0.5"));
        var https = Map.of("quarkus.http.ssl.certificate.files", "site.crt");
        assertDoesNotThrow(() -> start("0.0.0.0", https, false, null));
    }

    private static void start(
            String host, Map<String, String> settings, boolean plainAllowed, String proxies)
            throws Exception {
        var config =
                new SmallRyeConfigBuilder()
                        .withDefaultValues(settings)
                        .withDefaultValue("quarkus.http.host", host)
                        .build();
        var addresses = new Addresses(Optional.empty(), 8080);
        new Transport(addresses, config, plainAllowed, Optional.ofNullable(proxies))
                .check(new StartupEvent());
    }
}
