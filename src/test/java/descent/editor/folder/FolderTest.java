package descent.editor.folder;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Courses;
import descent.course.Publishing;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.course.material.ContentFiles;
import descent.exchange.folder.CourseFolder;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditEntry;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FolderTest {
    private static final String TEXT = "lessons/01-walking-downhill/lesson.md";
    private static final String OPENING = "Before the first section stands a sentence.";

    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject TestPeople people;
    @Inject Publishing publishing;

    private final Sample sample = new Sample();
    private String course;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        course = courses.published(sample);
        author = people.author(course);
    }

    private byte[] exported() {
        return author.get("/editor/courses/" + course + "/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString(course + ".zip"))
                .extract()
                .asByteArray();
    }

    private byte[] zip(String id, Map<String, String> changes) {
        var files = new TreeMap<String, byte[]>();
        CourseFolder.read(exported())
                .files()
                .forEach((path, bytes) -> files.put(path.replaceFirst(course, id), bytes));
        changes.forEach((name, text) -> {
            if (text.isEmpty()) {
                files.remove(id + "/" + name);
            } else {
                files.put(id + "/" + name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return CourseFolder.write(id, ContentFiles.of(files));
    }

    private static Response send(Client who, byte[] zip) {
        return who.request().multiPart("file", "folder.zip", zip).post("/editor/import");
    }

    /** The address of the page that tells what a zip would change. */
    private static String sent(Client who, byte[] zip) {
        var to = send(who, zip).then().statusCode(303).extract().header("Location");
        return to.substring(to.indexOf("/editor/"));
    }

    private static List<String> chosen(String page) {
        return Pattern.compile("name=\"take\" value=\"([^\"]+)\" checked")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String published(String name) {
        return new String(all.bytes(course + "/" + name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Response take(Client who, String plan, List<String> choices) {
        return who.post(plan, Map.of("do", "take", "take", choices));
    }

    @Test
    void exportIsTheFolderByteForByte() {
        CourseFolder.read(exported())
                .files()
                .forEach((path, bytes) ->
                        assertArrayEquals(
                                sample.files()
                                        .bytes(path.replaceFirst(course, "sample"))
                                        .orElseThrow(),
                                bytes,
                                path));
        author.get(sent(author, exported()))
                .then()
                .statusCode(200)
                .body(containsString("nothing to take over"), containsString("0 files differ"));
    }

    @Test
    void f14FolderIsTakenOverAfterALookAndThatIsWritten() {
        var changed = sample.text("sample/" + TEXT).replace(OPENING, "The folder says this.");
        var conversation = "lessons/02-noise/conversation.yaml";
        var plan =
                sent(
                        author,
                        zip(
                                course,
                                Map.of(
                                        TEXT,
                                        changed,
                                        "lessons/01-walking-downhill/audiobook.yaml",
                                        "",
                                        conversation,
                                        sample.text(
                                                "sample/lessons/01-walking-downhill/conversation.yaml"))));
        var page =
                author.get(plan)
                        .then()
                        .statusCode(200)
                        .body(
                                containsString("3 files differ"),
                                containsString("<ins>"),
                                containsString("The check finds no errors"),
                                containsString("not in the folder"))
                        .extract()
                        .asString();
        assertEquals(sample.text("sample/" + TEXT), published(TEXT), "a look changes nothing");
        assertEquals(2, chosen(page).size(), "nothing is taken away by itself");
        take(author, plan, chosen(page))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/editor/courses/" + course + "?done=imported"));
        assertEquals(changed, published(TEXT));
        published("lessons/01-walking-downhill/audiobook.yaml");
        published(conversation);
        author.get(plan).then().statusCode(404);
        long written =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                AuditEntry.count(
                                        "subjectId = ?1 and action = ?2",
                                        course,
                                        AuditAction.IMPORTED));
        assertEquals(1, written);
    }

    /** Guarantee E15. */
    @Test
    void brokenFileKeepsAllOthersOut() {
        var changed = sample.text("sample/" + TEXT).replace(OPENING, "The folder says this.");
        var broken = sample.text("sample/course.yaml").replace("title:", "titel:");
        var plan = sent(author, zip(course, Map.of(TEXT, changed, "course.yaml", broken)));
        var page =
                author.get(plan)
                        .then()
                        .body(containsString("The check finds"), containsString("course.yaml"))
                        .extract()
                        .asString();
        take(author, plan, chosen(page))
                .then()
                .statusCode(422)
                .body(containsString("Not published"));
        assertEquals(sample.text("sample/" + TEXT), published(TEXT));
        take(author, plan, chosen(page).stream().filter(each -> each.endsWith(TEXT)).toList())
                .then()
                .statusCode(303);
        assertEquals(changed, published(TEXT), "the good one comes in without the broken one");
    }

    @Test
    void whoWasFasterIsNotOverwritten() {
        var changed = sample.text("sample/" + TEXT).replace(OPENING, "The folder says this.");
        var plan = sent(author, zip(course, Map.of(TEXT, changed)));
        var choices = chosen(author.get(plan).asString());
        var faster = sample.text("sample/" + TEXT).replace(OPENING, "Somebody was faster.");
        author.post(
                        "/editor/courses/" + course + "/parts/" + TEXT,
                        Map.of("do", "publish", "text", faster, "base", head()))
                .then()
                .statusCode(303);
        take(author, plan, choices)
                .then()
                .statusCode(409)
                .body(containsString("meanwhile"), containsString("faster"));
        assertEquals(faster, published(TEXT));
    }

    private long head() {
        return publishing.head(course + "/" + TEXT).orElseThrow().revision().id();
    }

    @Test
    void draftOfAPartThatIsTakenOverStays() {
        author.post(
                "/editor/courses/" + course + "/drafts/" + TEXT,
                Map.of("text", "My own words.", "base", head()));
        var changed = sample.text("sample/" + TEXT).replace(OPENING, "The folder says this.");
        var plan = sent(author, zip(course, Map.of(TEXT, changed)));
        take(author, plan, chosen(author.get(plan).asString())).then().statusCode(303);
        author.get("/editor/courses/" + course + "/parts/" + TEXT)
                .then()
                .body(containsString("My own words."), containsString("The folder says this."));
    }

    @Test
    void adminBringsInANewCourse() {
        var id = course + "-copy";
        var zip = zip(id, Map.of());
        send(author, zip).then().statusCode(422).body(containsString("not yours to edit"));
        var admin = people.client(Role.ADMIN);
        var plan = sent(admin, zip);
        var page = admin.get(plan).then().body(containsString("a new course")).extract().asString();
        take(admin, plan, chosen(page)).then().statusCode(303);
        Client.visitor()
                .get("/courses/" + id + "/lessons/walking-downhill")
                .then()
                .statusCode(200)
                .body(containsString(OPENING));
        author.get(plan).then().statusCode(404);
    }

    /** Guarantees E9 and E12. */
    @Test
    void harmIsRefusedAndNothingIsKept() {
        var zip = new String(exported(), StandardCharsets.ISO_8859_1);
        var climbing =
                zip.replace(
                        course + "/glossary.yaml", "../" + course.substring(3) + "/glossary.yaml");
        send(author, new byte[3_000_000]).then().statusCode(422).body(containsString("no zip"));
        send(author, climbing.getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(422)
                .body(containsString("leads elsewhere"));
        var script =
                sample.text("sample/" + TEXT)
                        .replace(OPENING, "<script>alert(1)</script> [x](javascript:alert(1))");
        var plan = sent(author, zip(course, Map.of(TEXT, script)));
        author.get(plan).then().body(not(containsString("<script>alert")));
        take(author, plan, chosen(author.get(plan).asString()));
        Client.visitor()
                .get("/courses/" + course + "/lessons/walking-downhill")
                .then()
                .body(
                        not(containsString("<script>alert")),
                        not(containsString("href=\"javascript")));
    }

    @Test
    void whatWasNotInTheFolderCannotBeTaken() {
        var plan = sent(author, zip(course, Map.of()));
        take(author, plan, List.of("1:other/course.yaml")).then().statusCode(400);
        take(author, plan, List.of("x")).then().statusCode(400);
        author.post(plan, Map.of("do", "burn")).then().statusCode(400);
        author.post(plan, Map.of("do", "drop")).then().statusCode(303);
        author.get(plan).then().statusCode(404);
        author.request()
                .multiPart("other", "x")
                .post("/editor/import")
                .then()
                .statusCode(422)
                .body(allOf(containsString("no zip file"), containsString("Import a course")));
    }
}
