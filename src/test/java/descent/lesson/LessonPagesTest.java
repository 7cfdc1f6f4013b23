package descent.lesson;

import static io.restassured.RestAssured.config;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import descent.testing.Eventually;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LessonPagesTest {
    private static final String LESSON = "/courses/sample/lessons/walking-downhill";

    @Inject TestCourses courses;

    @Inject AgroalDataSource database;

    private final Client visitor = Client.visitor();

    private static String lesson(String course) {
        return "/courses/" + course + "/lessons/walking-downhill";
    }

    @Test
    void catalogueShowsCoursesByField() {
        visitor.get("/")
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "Technology",
                                "<a href=\"/courses/sample\">A Sample Course</a>",
                                "2 lessons",
                                "Design",
                                "no course in this field yet"));
    }

    @Test
    void courseShowsItsLessonsWithWhatTheyTeach() {
        visitor.get("/courses/sample")
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "A Sample Course",
                                "one of <strong>everything</strong>",
                                "<a href=\"" + LESSON + "\">Walking downhill</a>",
                                "10 minutes",
                                "compute a step by hand",
                                "Noise",
                                "Two questions"));
    }

    @Test
    void courseIsTakenByOneButton() {
        visitor.get("/courses/sample")
                .then()
                .body(containsString("href=\"/sign-up?from=/courses/sample\""));
        var ada = Client.learner();
        ada.get("/courses/sample")
                .then()
                .body(containsString("<form method=\"post\" action=\"/courses/sample/enrol\">"));
        ada.post("/courses/sample/enrol", Map.of()).then().statusCode(303);
        ada.get("/courses/sample").then().body(containsString("You take this course"));
    }

    @Test
    void firstPageIsAnsweredWhileAnotherOneOfTheSamePersonMakesTheRow() throws Exception {
        var ada = Client.enrolled("sample");
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var first =
                    other.prepareStatement(
                            "insert into reading_place select id, 'sample', 'walking-downhill', '', now() from person where email = ?")) {
                first.setString(1, ada.email());
                assertEquals(1, first.executeUpdate());
            }
            var page = CompletableFuture.supplyAsync(() -> ada.get(LESSON).statusCode());
            Eventually.isTrue("it waits for the row", () -> page.isDone() || somebodyWaits());
            other.commit();
            assertEquals(200, page.join());
        }
    }

    private boolean somebodyWaits() {
        try (var connection = database.getConnection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select exists (select 1 from pg_locks where not granted)")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lessonHasAllItsParts() {
        visitor.get(LESSON)
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "Lesson 1 of 2 · 10 minutes",
                                "<h1>Walking downhill</h1>",
                                "compute a step by hand",
                                "Go against the slope.",
                                "Before the first section stands a sentence.",
                                "<h2 id=\"step\">The step</h2>",
                                "<h2 id=\"rate\">The rate</h2>",
                                "Key concepts",
                                "Descent",
                                "Worked examples",
                                "Step 1",
                                "Step 2",
                                "Result",
                                "Fog",
                                "Classroom conversation",
                                "Mara",
                                "Which way is down?",
                                "Jonas",
                                "For listening",
                                "Like a hiker in fog.",
                                "Two rates",
                                "/courses/sample/cards",
                                "/courses/sample/tests",
                                "/courses/sample/lessons/noise"));
    }

    @Test
    void textLeadsOnByItsLinks() {
        visitor.get(LESSON)
                .then()
                .body(
                        allOf(
                                containsString(
                                        "<a href=\"/courses/sample/glossary#gradient\" class=\"term\" title=\"The list of the loss's slopes, one for each weight.\">gradient</a>"),
                                containsString(
                                        "title=\"The factor between slope and step.\">learning rate</a>"),
                                containsString(
                                        "<p class=\"card-link\"><a href=\"/experiments/presets/sample/two-rates\" data-card=\"\">"),
                                containsString(
                                        "class=\"measured\" title=\"Measured: Two rates, Small rate\">0.168</a>"),
                                containsString(
                                        "href=\"/courses/sample/lessons/noise#where-it-comes-from\""),
                                containsString("href=\"" + LESSON + "#step\">the step</a>"),
                                containsString("href=\"https://example.org/\""),
                                containsString("callout-note"),
                                containsString("katex-mathml"),
                                not(containsString(" style=\"")),
                                not(containsString("class=\"broken\""))));
    }

    @Test
    void chosenSummaryIsRememberedInEveryLesson() {
        var basic = "data-depth=\"basic\">";
        var hidden = "data-depth=\"basic\" hidden>";
        visitor.get(LESSON).then().body(containsString(basic), not(containsString(hidden)));
        visitor.post(LESSON + "/summary", Map.of("depth", "detailed"))
                .then()
                .statusCode(303)
                .header("Location", containsString(LESSON + "#summary"))
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("HTTPOnly"),
                                containsString("SameSite=Lax"),
                                containsString("Path=/"),
                                not(containsString("Domain"))));
        visitor.get("/courses/sample/lessons/noise")
                .then()
                .body(
                        containsString(hidden),
                        containsString("data-depth=\"detailed\">"),
                        containsString("value=\"detailed\" aria-pressed=\"true\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BASIC", "everything", "<script>"})
    void unknownDepthIsRefused(String depth) {
        visitor.post(LESSON + "/summary", Map.of("depth", depth)).then().statusCode(400);
    }

    @Test
    void missingDepthIsRefused() {
        visitor.post(LESSON + "/summary", Map.of()).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/courses/nosuch",
                "/courses/nosuch/glossary",
                "/courses/nosuch/lessons/noise",
                "/courses/sample/lessons/nosuch",
                "/courses/sample/lessons/01-walking-downhill",
                "/courses/catalogue.yaml",
                "/courses/..%2Fsample",
                LESSON + "/figures/nosuch.svg",
                LESSON + "/figures/..%2Flesson.md",
                LESSON + "/figures/..%2F..%2F..%2Fcourse.yaml"
            })
    void whatIsNotThereIsNotFound(String path) {
        visitor.get(path).then().statusCode(404).body(containsString("Nothing here"));
    }

    @Test
    void glossaryIsSortedAndLeadsToEachTerm() {
        visitor.get("/courses/sample/glossary")
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "<div id=\"gradient\">",
                                "also slope",
                                "<div id=\"learning-rate\">"));
    }

    @Test
    void figureIsKeptForEverAndMayDoNothing() {
        var page = visitor.get(LESSON).asString();
        var src =
                page.replaceFirst(
                        "(?s).*<img src=\"([^\"]*valley[^\"]*)\" width=\"320\" height=\"160\" alt=\"A valley with.*",
                        "$1");
        visitor.get(src)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("<circle"));
        visitor.get(src.replaceFirst("v=.*", "v=000000000000"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache");
    }

    @Test
    void f3PagesOfPeopleAreNotKept() {
        visitor.get(LESSON).then().header("Cache-Control", "private, no-cache");
        Client.learner().get(LESSON).then().header("Cache-Control", "no-store");
    }

    /** What is kept of a page is a visitor's: nobody sees there what another one was shown. */
    @Test
    void pageOfAVisitorIsSentOnceAndSaysNothingOfOthers() {
        var learner = Client.learner();
        var personal = learner.get(LESSON).then().extract();
        assertTrue(personal.asString().contains("Sign out"));
        assertNull(personal.header("ETag"));
        var page = visitor.get(LESSON).then().extract();
        assertFalse(page.asString().contains("Sign out"));
        var tag = page.header("ETag");
        visitor.request()
                .header("If-None-Match", tag)
                .get(LESSON)
                .then()
                .statusCode(304)
                .header("Cache-Control", "private, no-cache");
        learner.request().header("If-None-Match", tag).get(LESSON).then().statusCode(200);
        var plain =
                visitor.request()
                        .config(config().decoderConfig(decoderConfig().noContentDecoders()))
                        .get(LESSON)
                        .then()
                        .header("Content-Encoding", not("gzip"))
                        .extract();
        assertEquals(page.asString(), plain.asString(), "compressed or not");
    }

    @Test
    void editIsSeenOnTheNextRequest() {
        var id = courses.published(new Sample());
        visitor.get(lesson(id)).then().body(containsString("stands a sentence"));
        var text =
                new Sample()
                        .text(Sample.LESSON + "lesson.md")
                        .replace("stands a sentence", "stands another sentence");
        courses.change(id, Sample.LESSON + "lesson.md", text);
        visitor.get(lesson(id)).then().body(containsString("stands another sentence"));
    }

    @Test
    void e3MarkupOfAuthorsIsShownAsText() {
        var attack = "<script>alert(1)</script>{inject:frame.name}{{x}}";
        var id =
                courses.published(
                        new Sample()
                                .replacing(
                                        "sample/course.yaml", "A Sample Course", "'" + attack + "'")
                                .replacing(
                                        Sample.LESSON + "lesson.md",
                                        "Walking downhill",
                                        "'" + attack + "'")
                                .replacing(
                                        Sample.LESSON + "lesson.md",
                                        "Before the first section stands a sentence.",
                                        attack)
                                .replacing(
                                        "sample/glossary.yaml",
                                        "term: gradient",
                                        "term: '" + attack + "'"));
        for (var page :
                new String[] {"/courses/" + id, lesson(id), "/courses/" + id + "/glossary"}) {
            var html = visitor.get(page).then().statusCode(200).extract().asString();
            assertTrue(
                    html.contains("&lt;script&gt;alert(1)&lt;/script&gt;{inject:frame.name}{{x}}"),
                    html);
            assertTrue(!html.contains("<script>alert"), html);
        }
    }

    @Test
    void headingsFollowEachOther() {
        var html = visitor.get(LESSON).asString();
        int above = 1;
        var headings = Pattern.compile("<h([1-6])[ >]").matcher(html);
        while (headings.find()) {
            int level = Integer.parseInt(headings.group(1));
            assertTrue(level <= above + 1, "h" + level + " below h" + above);
            above = level;
        }
    }
}
