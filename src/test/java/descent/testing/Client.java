package descent.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A browser without scripts: keeps its cookies, asks for pages, follows no redirect by itself. It
 * comes over https through a proxy that the tests' settings name, each from a place of its own.
 */
public final class Client {
    public static final String PASSWORD = "correct horse battery";

    /** The names of cookies that are bound to https and to one host. */
    public static final String SESSION_COOKIE = "__Host-descent-session";

    private static final AtomicInteger PLACES = new AtomicInteger();

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String email;
    private final String place;

    private Client(String email, String place) {
        this.email = email;
        this.place = place;
    }

    /** What a browser says of a page of ours. */
    public static String origin() {
        return "https://" + URI.create(RestAssured.baseURI).getHost();
    }

    /** Nobody the site knows. */
    public static Client visitor() {
        return new Client("person-" + UUID.randomUUID() + "@example.org", newPlace());
    }

    private static String newPlace() {
        int n = PLACES.incrementAndGet();
        return "10.%d.%d.%d".formatted(n >> 16 & 0xff, n >> 8 & 0xff, n & 0xff);
    }

    /** Somebody new, signed in. */
    public static Client learner() {
        var client = visitor();
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

    /** The same person in another browser beside, not signed in there. */
    public Client elsewhere() {
        return from(place);
    }

    /** The same person at another place. */
    public Client faraway() {
        return from(newPlace());
    }

    /** The same person in another browser at the place with this network address. */
    public Client from(String address) {
        return new Client(email, address);
    }

    /** The network address from which this browser comes. */
    public String place() {
        return place;
    }

    /** This very browser, copied by a thief: what one of the two does, the other does not learn. */
    public Client stolen() {
        var thief = new Client(email, place);
        thief.cookies.putAll(cookies);
        return thief;
    }

    /** Signs in with the password of {@link #learner}. */
    public Client login() {
        login(PASSWORD).then().statusCode(303);
        return this;
    }

    public Response login(String password) {
        return post("/login", Map.of("email", email, "password", password));
    }

    /** Whether this browser is signed in. */
    public boolean isSignedIn() {
        return get("/account").statusCode() == 200;
    }

    /** The address with which {@link #learner} signed up. */
    public String email() {
        return email;
    }

    /** Empty when there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Client withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
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
        return given().header("X-Forwarded-For", place)
                .header("X-Forwarded-Proto", "https")
                .cookies(cookies)
                .filter((request, response, next) -> {
                    var answer = next.next(request, response);
                    answer.getDetailedCookies().asList().forEach(this::keep);
                    return answer;
                })
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html");
    }

    private void keep(Cookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
