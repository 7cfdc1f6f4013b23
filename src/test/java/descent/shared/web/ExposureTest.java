package descent.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the outside does not get to see, and what it cannot make the program swallow. */
@QuarkusTest
class ExposureTest {
    private static Client ada;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/health",
                "/q/health/live",
                "/q/metrics",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/health;x",
                "/%71/health",
                "//q/health"
            })
    void b13NothingOfTheManagementIsOnThePublicPort(String path) {
        Client.visitor().get(path).then().statusCode(404);
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        RestAssured.get(ready).then().statusCode(200);
        RestAssured.get(metrics).then().statusCode(200);
        assertFalse(ready.contains(":" + RestAssured.port + "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.env",
                "/META-INF/MANIFEST.MF",
                "/META-INF/resources/favicon.svg",
                "/WEB-INF/web.xml",
                "/application.properties",
                "/static/../application.properties",
                "/static/%2e%2e/application.properties",
                "/static/..%2fapplication.properties",
                "/static/.hidden",
                "/favicon.svg/",
                "/web/app/index.js",
                "/templates/account/login.html",
                "/static/",
                "/descent/content/catalogue.yaml"
            })
    void b14NoFileOfTheProgramIsServed(String path) {
        Client.visitor().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin;x",
                "/admin/;x=y",
                "/%61dmin",
                "/ADMIN",
                "/admin/",
                "//admin",
                "/./admin",
                "/courses/../admin",
                "/admin%2fpeople",
                "/admin%00",
                "/admin.json"
            })
    void pathTricksLeadIntoNoAdminPage(String path) {
        int status = Client.learner().get(path).statusCode();
        assertTrue(status == 403 || status == 404 || status == 400, path + " " + status);
    }

    /** One for all, made when the program is there. */
    private static Client ada() {
        if (ada == null) {
            ada = Client.enrolled("sample");
        }
        return ada;
    }

    /** By its beginning: JUnit takes seconds over a name of a hundred thousand characters. */
    private static Stream<Named<String>> named(String... bodies) {
        return Stream.of(bodies)
                .map(body -> Named.of("‹%.40s› %d".formatted(body, body.length()), body));
    }

    static Stream<Named<String>> notJson() {
        return named(
                "",
                " ",
                "null",
                "nul",
                "{",
                "}",
                "[",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":+1}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":1}}",
                "{\"a\":1}{\"b\":2}",
                "// x\n{}",
                "/* x */{}",
                "\uFEFF{",
                "\"text\"",
                "7",
                "true",
                "[]",
                "[[]]",
                "{\"course\":{}}",
                "{\"course\":[]}",
                "{\"spec\":null}",
                "{\"unknown\":1}",
                "[".repeat(100_000),
                "{\"a\":".repeat(20_000),
                "[".repeat(1_000) + "]".repeat(1_000),
                "{\"course\":" + "1".repeat(5_000) + "}",
                "\u0000",
                "{\"a\":\"\u0000\"}");
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void f5WhatIsNotTheJsonAskedForIsABadRequest(String body) {
        var answer = Client.visitor().postJson("/experiments", body);
        assertEquals(401, answer.statusCode(), "nobody reads what a visitor sends");
        answer = ada().postJson("/experiments", body);
        assertTrue(
                answer.statusCode() == 400
                        || answer.statusCode() == 422
                        || answer.statusCode() == 413 && body.length() > 65_536,
                answer.statusCode() + " " + answer.asString());
        for (var inside : List.of("Exception", "jackson", "java.", "descent.", "Source")) {
            assertFalse(answer.asString().contains(inside), answer.asString());
        }
    }

    @Test
    void f6BodyThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        assertEquals(
                "HTTP/1.1 413 Request Entity Too Large",
                firstLine(
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 17000000\r\n\r\n"));
    }

    /** A browser's window shows why. */
    @Test
    void fileThatIsTooLargeIsRefusedInWords() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var head =
                    "POST /editor/import HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 17000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            assertTrue(
                    new BufferedReader(in)
                            .lines()
                            .anyMatch(
                                    line -> line.contains("A file may have at most 16 MB here.")));
        }
    }

    /** What whole files may have, which come elsewhere, is too much for a form. */
    @Test
    void f6FormIsSmallerThanAFile() throws IOException {
        assertEquals(
                "HTTP/1.1 413 Request Entity Too Large",
                firstLine(
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3000000\r\n\r\n"));
    }

    @Test
    void parameterOfTheQueryIsNoFieldOfTheForm() {
        var ada = Client.visitor();
        ada.request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "Ada")
                .formParam("email", ada.email())
                .post("/sign-up?password=" + "four%20words%20without%20sense")
                .then()
                .statusCode(422);
    }

    /** What two parsers would cut in different places is cut in none. */
    @Test
    void messageWithTwoLengthsIsRefused() throws IOException {
        assertEquals(
                "HTTP/1.1 400 Bad Request",
                firstLine(
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"));
    }

    private static String firstLine(String message) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return new BufferedReader(in).readLine();
        }
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        var long_ = "x".repeat(100_000);
        var ada = ada();
        try {
            int status = ada.request().header("X-Long", long_).get("/").statusCode();
            assertTrue(status == 431 || status == 400, "was " + status);
        } catch (Exception e) {
            assertInstanceOf(SocketException.class, e, "closed before all was sent");
            ada.get("/").then().statusCode(200);
        }
    }

    static Stream<Named<String>> notForms() {
        return named(
                "a=1&".repeat(20_000), "a=%zz", "%", "&&&=&=", "email=%ff%fe", "\u0000=\u0000");
    }

    @ParameterizedTest
    @MethodSource("notForms")
    void formThatCannotBeReadIsNoFaultOfOurs(String body) throws IOException {
        for (var type :
                new String[] {
                    "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
                }) {
            var head =
                    "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(type, body.length());
            var line = firstLine(head + body);
            assertTrue(line.startsWith("HTTP/1.1 4"), line);
        }
    }
}
