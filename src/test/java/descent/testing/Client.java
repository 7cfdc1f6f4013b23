package descent.testing;

import static io.restassured.RestAssured.given;

import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A browser without scripts: keeps its cookies, asks for pages, follows no redirect by itself. */
public final class Client {
    public static final String PASSWORD = "correct horse battery";

    private final CookieFilter cookies = new CookieFilter();
    private final String email = "person-" + UUID.randomUUID() + "@example.org";

    /** Nobody the site knows. */
    public static Client visitor() {
        return new Client();
    }

    /** Somebody new, signed in. */
    public static Client learner() {
        var client = new Client();
        client.post("/sign-up", Map.of("name", "Ada", "email", client.email, "password", PASSWORD))
                .then()
                .statusCode(303);
        return client;
    }

    /** Somebody new, signed in and enrolled. */
    public static Client enrolled(String course) {
        var client = learner();
        client.post("/courses/" + course + "/enrol", Map.of()).then().statusCode(303);
        return client;
    }

    /** The address with which {@link #learner} signed up. */
    public String email() {
        return email;
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path, Map<String, ?> form) {
        return request()
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(form)
                .post(path);
    }

    public Response postJson(String path, Object body) {
        return request()
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** For what the methods above do not offer. */
    public RequestSpecification request() {
        return given().filter(cookies)
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html");
    }
}
