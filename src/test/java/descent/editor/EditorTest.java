package descent.editor;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Publishing;
import descent.course.Sample;
import descent.course.TestCourses;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EditorTest {
    private static final String TEXT = "lessons/01-walking-downhill/lesson.md";

    @Inject TestCourses courses;
    @Inject TestPeople people;
    @Inject Publishing publishing;

    private final Sample sample = new Sample();
    private String course;
    private Client ada;
    private Client ben;

    @BeforeEach
    void aCourseAndTwoAuthors() {
        course = courses.published(sample);
        ada = people.client(Role.ADMIN);
        ben = people.author(course);
    }

    private String part(String name) {
        return "/editor/courses/" + course + "/parts/" + name;
    }

    private String history(String name) {
        return "/editor/courses/" + course + "/history/" + name;
    }

    private long head(String name) {
        return publishing.head(course + "/" + name).orElseThrow().revision().id();
    }

    private String published(String name) {
        return new String(publishing.bytes(head(name)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private Response send(Client who, String name, String what, String text, long base) {
        return who.post(part(name), Map.of("do", what, "text", text, "base", base));
    }

    private String lesson() {
        return sample.text("sample/" + TEXT);
    }

    private String withOpening(String sentence) {
        return lesson().replace("Before the first section stands a sentence.", sentence);
    }

    private static final Client VISITOR = Client.visitor();

    private void learnerReads(String words) {
        VISITOR.get("/courses/" + course + "/lessons/walking-downhill")
                .then()
                .statusCode(200)
                .body(containsString(words));
    }

    @Test
    void adminChangesAParagraphAndTheLearnerSeesItOnTheNextRequest() {
        learnerReads("Before the first section stands a sentence.");
        ada.get("/editor").then().statusCode(200).body(containsString("/editor/courses/" + course));
        ada.get("/editor/courses/" + course)
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "Title, lessons, cast",
                                "Walking downhill",
                                part(TEXT),
                                "published",
                                "Noise"));
        ada.get(part(TEXT))
                .then()
                .statusCode(200)
                .body(
                        containsString("Before the first section stands a sentence."),
                        containsString("name=\"base\" value=\"" + head(TEXT) + "\""));
        send(ada, TEXT, "publish", withOpening("Ada has changed this."), head(TEXT))
                .then()
                .statusCode(303)
                .header("Location", endsWith(part(TEXT) + "?done=published"));
        learnerReads("Ada has changed this.");
        ada.get("/editor/courses/" + course).then().body(containsString(", Ada</td>"));
    }

    @Test
    void authorIsNoLessAnAuthorThanAnAdmin() {
        send(ben, TEXT, "publish", withOpening("Ben has changed this."), head(TEXT))
                .then()
                .statusCode(303);
        learnerReads("Ben has changed this.");
    }

    @Test
    void secondSaveShowsBothTextsAndLosesNothing() {
        long base = head(TEXT);
        send(ada, TEXT, "publish", withOpening("Ada was faster here."), base)
                .then()
                .statusCode(303);
        var page =
                send(ben, TEXT, "publish", withOpening("Ben took his time here."), base)
                        .then()
                        .statusCode(409)
                        .body(
                                containsString("Somebody was faster"),
                                stringContainsInOrder("<del>Ada</del>", "<ins>Ben</ins>", "here."),
                                containsString("Ada was faster here."),
                                containsString("Ben took his time here."))
                        .extract()
                        .asString();
        learnerReads("Ada was faster here.");
        ben.get(part(TEXT)).then().body(containsString("Ben took his time here."));

        var newBase = value(page, "base");
        assertEquals(head(TEXT), Long.parseLong(newBase));
        send(
                        ben,
                        TEXT,
                        "publish",
                        withOpening("Ada was faster, Ben came after."),
                        Long.parseLong(newBase))
                .then()
                .statusCode(303);
        learnerReads("Ada was faster, Ben came after.");
        ben.get(part(TEXT)).then().body(not(containsString("Somebody was faster")));
    }

    private static String value(String page, String field) {
        var found =
                Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(field)).matcher(page);
        if (!found.find()) {
            throw new AssertionError("no field " + field);
        }
        return found.group(1);
    }

    @Test
    void brokenTextIsNotPublishedAndComesBackWithItsFindings() {
        var broken = withOpening("See [this](term:nosuch).").replace("minutes: 10", "minutes: ten");
        send(ada, TEXT, "publish", broken, head(TEXT))
                .then()
                .statusCode(422)
                .body(
                        containsString("Not published"),
                        containsString("data-line=\"3\""),
                        containsString("minutes: ten"),
                        containsString("See [this](term:nosuch)."));
        learnerReads("Before the first section stands a sentence.");
        ada.get(part(TEXT)).then().body(containsString("See [this](term:nosuch)."));
        ada.get("/editor/courses/" + course).then().body(containsString("your draft"));
        ben.get(part(TEXT))
                .then()
                .body(
                        not(containsString("term:nosuch")),
                        containsString("Ada"),
                        containsString("has a draft of this part"));
    }

    @Test
    void whatBreaksAnotherPartIsNotPublishedEither() {
        var glossary = sample.text("sample/glossary.yaml").replace("gradient", "slopes");
        send(ada, "glossary.yaml", "publish", glossary, head("glossary.yaml"))
                .then()
                .statusCode(422)
                .body(containsString("in other parts"), containsString(TEXT));
        ada.post(part("glossary.yaml"), Map.of("do", "remove", "base", head("glossary.yaml")))
                .then()
                .statusCode(422);
        VISITOR.get("/courses/" + course + "/glossary").then().body(containsString("gradient"));
    }

    @Test
    void checkTellsWithoutPublishing() {
        send(ada, TEXT, "check", lesson().replace("minutes: 10", "minutes: ten"), head(TEXT))
                .then()
                .statusCode(200)
                .body(containsString("minutes: ten"), containsString("line 3"));
        send(ada, TEXT, "check", lesson(), head(TEXT))
                .then()
                .statusCode(200)
                .body(containsString("No errors"));
        ada.get("/editor/courses/" + course + "/check")
                .then()
                .statusCode(200)
                .body(containsString("warning"));
    }

    @Test
    void previewIsTheLearnersPageAndNobodyElseSeesIt() {
        send(ada, TEXT, "preview", withOpening("Only a preview with $x^2$."), head(TEXT))
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "Lesson 1 of 2",
                                "<h1>Walking downhill</h1>",
                                "Only a preview with",
                                "katex-mathml",
                                "<h2 id=\"step\">The step</h2>",
                                "Key concepts"));
        learnerReads("Before the first section stands a sentence.");
        send(ada, "glossary.yaml", "preview", "terms: []", head("glossary.yaml"))
                .then()
                .body(containsString("There are no terms yet."));
    }

    @Test
    void historyLeadsBackToEveryText() {
        long first = head(TEXT);
        send(ada, TEXT, "publish", withOpening("The second text."), first);
        send(ben, TEXT, "publish", withOpening("The third text."), head(TEXT));
        ben.get(history(TEXT))
                .then()
                .statusCode(200)
                .body(stringContainsInOrder("learners see this", "?revision=" + first));
        ben.get(history(TEXT) + "?q=no-such-name")
                .then()
                .body(containsString("None by that name."));
        ben.get(history(TEXT) + "?page=-1").then().statusCode(400);
        ben.get(history(TEXT) + "?revision=" + head(TEXT))
                .then()
                .body(stringContainsInOrder("<del>second</del>", "<ins>third</ins>"));
        ben.post(history(TEXT), Map.of("revision", first, "base", head(TEXT)))
                .then()
                .statusCode(303);
        learnerReads("Before the first section stands a sentence.");
        assertEquals(4, publishing.history(course + "/" + TEXT).size());
        assertArrayEquals(
                publishing.bytes(first).orElseThrow(), publishing.bytes(head(TEXT)).orElseThrow());
    }

    @Test
    void removedPartComesBackFromItsHistory() {
        var audiobook = "lessons/01-walking-downhill/audiobook.yaml";
        long there = head(audiobook);
        ada.post(part(audiobook), Map.of("do", "remove", "base", there)).then().statusCode(303);
        ada.get("/editor/courses/" + course).then().body(containsString("Not there yet"));
        ada.post(history(audiobook), Map.of("revision", there, "base", head(audiobook)))
                .then()
                .statusCode(303);
        learnerReads("Like a hiker in fog.");
    }

    @Test
    void fileThatChangedAfterAnEditWaits() {
        var path = course + "/" + TEXT;
        courses.changeInFolder(path, withOpening("The folder has this."));
        learnerReads("Before the first section stands a sentence.");
        ada.get("/editor/courses/" + course).then().body(containsString("file waits"));
        var waiting = "/editor/courses/" + course + "/waiting/" + TEXT;
        var page =
                ada.get(waiting)
                        .then()
                        .statusCode(200)
                        .body(containsString("<ins>"), containsString("folder"))
                        .extract()
                        .asString();
        ada.post(
                        waiting,
                        Map.of(
                                "take", "file",
                                "file", value(page, "file"),
                                "base", value(page, "base")))
                .then()
                .statusCode(303);
        learnerReads("The folder has this.");
        ada.get(waiting).then().statusCode(404);
    }

    @Test
    void draftIsKeptWhileItIsTyped() {
        var drafts = "/editor/courses/" + course + "/drafts/" + TEXT;
        var typed = withOpening("Half a sent");
        ada.post(drafts, Map.of("text", typed, "base", head(TEXT))).then().statusCode(204);
        ada.get(part(TEXT))
                .then()
                .body(containsString("Half a sent"), containsString("This is your draft"));
        learnerReads("Before the first section stands a sentence.");
        ada.post(part(TEXT), Map.of("do", "drop", "base", head(TEXT))).then().statusCode(303);
        ada.get(part(TEXT))
                .then()
                .body(not(containsString("Half a sent")), not(containsString("your draft of")));
        ada.post(drafts, Map.of("text", lesson(), "base", head(TEXT))).then().statusCode(204);
        ada.get(part(TEXT)).then().body(not(containsString("your draft of")));
    }

    @Test
    void whomAChangeReachesIsTold() {
        for (var name : List.of("tests/final.yaml", "lessons/01-walking-downhill/questions.yaml")) {
            ada.get(part(name))
                    .then()
                    .body(
                            containsString("Published, it reaches"),
                            containsString("/teach/" + course + "/tests/final/regrade"));
        }
    }

    @Test
    void unchangedTextMakesNoRevision() {
        long base = head(TEXT);
        send(ada, TEXT, "publish", lesson().replace("\n", "\r\n"), base)
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=same"));
        assertEquals(base, head(TEXT));
    }

    @Test
    void newPartStartsFromNothing() {
        var questions = "lessons/02-noise/conversation.yaml";
        ada.get(part(questions)).then().statusCode(200).body(containsString("not there yet"));
        send(
                        ada,
                        questions,
                        "publish",
                        sample.text("sample/lessons/01-walking-downhill/conversation.yaml"),
                        0)
                .then()
                .statusCode(303);
        VISITOR.get("/courses/" + course + "/lessons/noise")
                .then()
                .body(containsString("Which way is down?"));
    }

    @Test
    void namesThatNothingReadsAreRefused() {
        send(ada, "lessons/02-noise/notes.yaml", "publish", "a: b", 0)
                .then()
                .statusCode(422)
                .body(containsString("no part of a course has this name"));
        ada.get(part("../catalogue.yaml")).then().statusCode(404);
        ada.get("/editor/courses/nosuch/parts/course.yaml").then().statusCode(404);
        ada.get("/editor/courses/-/parts/course.yaml").then().statusCode(404);
    }

    @Test
    void catalogueIsEditedLikeAPart() {
        ada.get("/editor/courses/-/parts/catalogue.yaml")
                .then()
                .statusCode(200)
                .body(containsString("fields:"));
    }

    @Test
    void incompleteFormIsRefused() {
        ada.post(part(TEXT), Map.of("do", "publish", "text", "x")).then().statusCode(400);
        ada.post(part(TEXT), Map.of("do", "burn", "text", "x", "base", 1)).then().statusCode(400);
        send(ada, TEXT, "save", "No\u0000thing.", head(TEXT)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/editor",
                "/editor/courses/sample",
                "/editor/courses/sample/check",
                "/editor/courses/sample/parts/course.yaml",
                "/editor/courses/sample/history/course.yaml",
                "/editor/courses/sample/waiting/course.yaml"
            })
    void visitorsAndLearnersAreRefused(String path) {
        VISITOR.get(path).then().statusCode(303).header("Location", containsString("/login?from="));
        Client.learner()
                .get(path)
                .then()
                .statusCode(403)
                .body(containsString("Your account may not do this."));
    }

    @Test
    void learnersCannotWrite() {
        var form = Map.of("do", "publish", "text", "x", "base", head(TEXT));
        var learner = Client.learner();
        learner.post(part(TEXT), form).then().statusCode(403);
        learner.post("/editor/courses/" + course + "/drafts/" + TEXT, form).then().statusCode(403);
        learner.post(history(TEXT), Map.of("revision", 1, "base", 1)).then().statusCode(403);
        VISITOR.post(part(TEXT), form).then().statusCode(303);
        assertEquals(lesson(), published(TEXT));
        var id = people.give(learner.email(), Role.LEARNER);
        assertEquals(3, audited(id, AuditAction.REFUSED));
    }

    @Test
    void f14PublishingIsAudited() {
        var id = people.give(ben.email(), Role.AUTHOR);
        send(ben, TEXT, "publish", withOpening("Audited."), head(TEXT)).then().statusCode(303);
        assertEquals(1, audited(id, AuditAction.CONTENT_PUBLISHED));
    }

    private static long audited(UUID actor, AuditAction action) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AuditEntry.count("actorId = ?1 and action = ?2", actor, action));
    }

    @Test
    void typedTagsStayText() {
        send(ada, TEXT, "save", withOpening("</textarea><script>alert(1)</script>"), head(TEXT));
        ada.get(part(TEXT))
                .then()
                .body(
                        allOf(
                                containsString("&lt;/textarea&gt;&lt;script&gt;"),
                                not(containsString("<script>alert"))));
    }
}
