package descent.editor.item;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Courses;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ItemTest {
    private static final String BANK = "lessons/01-walking-downhill/questions.yaml";

    private static final String TALK = "lessons/01-walking-downhill/conversation.yaml";
    private static final String PRESETS = "lessons/01-walking-downhill/experiments.yaml";

    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject TestPeople people;

    private String course;
    private String editor;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        course = courses.published(new Sample());
        editor = "/editor/courses/" + course;
        author = people.author(course);
    }

    private String published(String name) {
        var bytes = all.bytes(course + "/" + name).orElseThrow();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void publish(String name) {
        var page = author.get(editor + "/parts/" + name).body().htmlPath();
        author.post(
                        editor + "/parts/" + name,
                        Map.of(
                                "do", "publish",
                                // A browser takes no line break after the tag for text.
                                "text",
                                        page.getString("**.find { it.@id == 'text' }")
                                                .replaceFirst("^\n", ""),
                                "base", page.getString("**.find { it.@name == 'base' }.@value")))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=published"));
    }

    @Test
    void questionIsBegunFilledInTriedAndPublished() {
        author.get(editor + "/new").then().statusCode(200).body(containsString("numerical"));
        var begin =
                Map.of(
                        "kind", "true-false",
                        "id", "q-new",
                        "title", "Is down up?",
                        "lesson", "walking-downhill");
        var form = editor + "/item/" + BANK + "?kind=question&id=q-new";
        author.post(editor + "/new", begin)
                .then()
                .statusCode(303)
                .header("Location", endsWith(form + "&done=saved"));
        author.post(editor + "/new", begin)
                .then()
                .statusCode(422)
                .body(containsString("There is a question &quot;q-new&quot; already."));

        author.post(form, Map.of("do", "save", "answer", "maybe"))
                .then()
                .statusCode(422)
                .body(containsString("&quot;maybe&quot; is none of: true, false."));
        author.post(
                        form,
                        Map.of("do", "save", "answer", "false", "feedback.true", "Not even then."))
                .then()
                .statusCode(303);
        var page =
                author.get(form)
                        .then()
                        .statusCode(200)
                        .body(
                                containsString("Not even then."),
                                not(containsString("It cannot be tried")))
                        .extract()
                        .asString();
        var yes = Pattern.compile("value=\"([^\"]+)\"[^>]*>\\s*<span>(<p>)?True").matcher(page);
        assertTrue(yes.find(), page);
        author.post(form, Map.of("do", "try", "answer.answer", "no-such")).then().statusCode(422);
        author.post(form, Map.of("do", "try", "answer.answer", yes.group(1)))
                .then()
                .statusCode(200)
                .body(containsString("Not right"), containsString("Not even then."));

        assertEquals(new Sample().text("sample/" + BANK), published(BANK));
        publish(BANK);
        assertEquals(
                new Sample().text("sample/" + BANK),
                published(BANK).substring(0, new Sample().text("sample/" + BANK).length()));
        assertEquals("true-false", all.course(course).question("q-new").orElseThrow().type());
    }

    @Test
    void presetIsRunByItsAuthorBeforeLearnersSeeIt() {
        author.post(
                        editor + "/new",
                        Map.of(
                                "kind", "preset",
                                "id", "new-rates",
                                "title", "Two rates that nobody knows",
                                "lesson", "walking-downhill"))
                .then()
                .statusCode(303);
        var runs = editor + "/runs/" + PRESETS + "?id=new-rates";
        author.get(editor + "/item/" + PRESETS + "?id=new-rates")
                .then()
                .statusCode(200)
                .body(
                        containsString("data-preset=\"" + runs + "\""),
                        containsString("not recorded yet"),
                        not(containsString("Open in the lab")));
        var asked = author.postJson(runs, "").then().statusCode(200).extract().jsonPath();
        assertEquals(List.of("Small rate", "Large rate"), asked.getList("label"));
        var run = "/experiments/" + asked.getString("[0].id");
        Eventually.isTrue(
                "the author's run",
                () ->
                        author.request()
                                .accept("application/json")
                                .get(run)
                                .jsonPath()
                                .getString("state")
                                .equals("FINISHED"));
        Client.visitor().request().accept("application/json").get(run).then().statusCode(404);
        Client.visitor()
                .get("/experiments/presets/" + course + "/new-rates")
                .then()
                .statusCode(404);
        people.author("sample").postJson(runs, "").then().statusCode(404);
        author.postJson(runs.replace("new-rates", "no-such"), "").then().statusCode(404);
    }

    @Test
    void listShowsTypesWhereThereAreAny() {
        var types = ">Type</th>";
        author.get(editor + "/items/" + BANK).then().body(containsString(types));
        author.get(editor + "/items/glossary.yaml?kind=term")
                .then()
                .statusCode(200)
                .body(
                        containsString("/glossary.yaml?kind=term&amp;id="),
                        not(containsString(types)));
    }

    @Test
    void manyQuestionsAreTaggedAtOnce() {
        var list = editor + "/items/" + BANK;
        author.get(list)
                .then()
                .statusCode(200)
                .body(containsString("q-direction"), containsString("Which way does a step go?"));
        author.get(list + "?q=WHICH+way")
                .then()
                .body(containsString("q-direction"), not(containsString("Choose q-step")));
        author.get(list + "?q=no-such").then().body(containsString("None that say so."));
        author.get(list + "?page=-1").then().statusCode(400);
        author.post(list, Map.of("take", List.of("q-direction", "q-step"), "section", "rate"))
                .then()
                .statusCode(303);
        publish(BANK);
        assertEquals(
                new Sample()
                        .text("sample/" + BANK)
                        .replaceFirst("section: step", "section: rate")
                        .replaceFirst("section: step", "section: rate"),
                published(BANK));
    }

    @Test
    void lessonsAreOrderedAndHidden() {
        var page = editor + "/lessons";
        author.get(page).then().statusCode(200).body(containsString("Walking downhill"));
        author.post(
                        page,
                        Map.of(
                                "place.walking-downhill", "2",
                                "shown.walking-downhill", "true",
                                "place.noise", "1",
                                "shown.noise", "true"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/parts/course.yaml?done=saved"));
        author.get(editor + "/parts/course.yaml")
                .then()
                .body(containsString("lessons: [noise, walking-downhill]"));
    }

    @Test
    void newLessonIsHiddenUntilItIsShown() {
        var part = editor + "/parts/lessons/03-third-step/lesson.md";
        author.post(
                        editor + "/new",
                        Map.of("kind", "lesson", "id", "third-step", "title", "The third: step"))
                .then()
                .statusCode(303)
                .header("Location", endsWith(part + "?done=begun"));
        publish("lessons/03-third-step/lesson.md");
        author.get(editor + "/lessons").then().body(containsString("Show third-step"));
        Client.visitor().get("/courses/" + course + "/lessons/third-step").then().statusCode(404);
    }

    @Test
    void conversationIsEditedRowByRow() {
        var rows = editor + "/rows/" + TALK;
        author.get(editor + "/items/" + TALK)
                .then()
                .statusCode(200)
                .body(containsString("In rows"), containsString("conversation as a whole"));
        author.get(rows)
                .then()
                .statusCode(200)
                .body(containsString("Which way is down?"), containsString("(student-a)"));
        var sent =
                new HashMap<String, Object>(
                        Map.of(
                                "place.t1", "1",
                                "t1.speaker", "teacher",
                                "t1.text", "Which way is down?",
                                "place.t2", "2",
                                "t2.speaker", "student-a",
                                "t2.text", "Against the gradient, so $-g$.",
                                "place.new-1", "first",
                                "new-1.speaker", "student-a",
                                "new-1.text", "Down?"));
        author.post(rows, sent)
                .then()
                .statusCode(422)
                .body(
                        containsString("&quot;first&quot; is no place such as 3 or 3.5."),
                        containsString("Down?"));
        sent.put("place.new-1", "1.5");
        author.post(rows, sent)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/items/" + TALK + "?kind=turn&done=saved"));
        publish(TALK);
        var before = new Sample().text("sample/" + TALK);
        assertEquals(
                before.replace(
                        "  - id: t2\n",
                        "  - id: turn-1\n    speaker: student-a\n    text: Down?\n  - id: t2\n"),
                published(TALK));
        author.post(rows, Map.of("remove.turn-1", "true", "place.t1", "1", "place.t2", "2"))
                .then()
                .statusCode(303);
        publish(TALK);
        assertEquals(before, published(TALK));
    }

    @Test
    void testAndConceptAreFilledInAsForms() {
        var test = editor + "/item/tests/final.yaml?kind=test&id=final";
        author.get(test).then().statusCode(200).body(containsString("Share that passes"));
        author.post(test, Map.of("do", "save", "minutes", "soon"))
                .then()
                .statusCode(422)
                .body(containsString("&quot;soon&quot; is no number"));
        author.post(test, Map.of("do", "save", "title", "The last test")).then().statusCode(303);
        publish("tests/final.yaml");
        assertEquals("The last test", all.course(course).test("final").orElseThrow().title());

        var concepts = "lessons/01-walking-downhill/concepts.yaml";
        var aid = editor + "/item/" + concepts + "?kind=aid&id=fog";
        author.get(editor + "/items/" + concepts + "?kind=aid")
                .then()
                .body(containsString("Fog"), containsString("worked examples"));
        author.post(aid, Map.of("do", "save", "kind", "rhyme")).then().statusCode(303);
        publish(concepts);
        assertEquals(
                new Sample().text("sample/" + concepts).replace("kind: story", "kind: rhyme"),
                published(concepts));
        author.get(aid.replace("kind=aid", "kind=card")).then().statusCode(404);
    }

    @Test
    void castIsNamedAndGivenItsVoicesInForms() {
        var cast = editor + "/item/course.yaml?kind=course&id=course";
        author.get(cast).then().statusCode(200).body(containsString("Name of the narrator"));
        author.post(
                        cast,
                        Map.of(
                                "do", "save",
                                "cast.narrator", "Ida",
                                "completion.lessons-read", "all",
                                "completion.tests-passed", "final"))
                .then()
                .statusCode(303);
        publish("course.yaml");
        assertEquals(
                new Sample().text("sample/course.yaml").replace("narrator: Mara", "narrator: Ida"),
                published("course.yaml"));

        var voices = editor + "/item/voices.yaml?kind=voices&id=voices";
        author.get(voices)
                .then()
                .statusCode(200)
                .body(
                        containsString("<h1>Voices and pronunciation</h1>"),
                        containsString("Ida (narrator)"));
        var said =
                new HashMap<String, Object>(
                        Map.of(
                                "do", "save",
                                "voices.0.role", "narrator",
                                "voices.0.pitch", "low",
                                "pronunciations.0.word", "descent",
                                "pronunciations.0.say", "dissent"));
        author.post(voices, said)
                .then()
                .statusCode(422)
                .body(containsString("&quot;low&quot; is no number"));
        said.put("voices.0.pitch", "-30");
        author.post(voices, said).then().statusCode(303);
        publish("voices.yaml");
        assertEquals(
                """
                voices:
                  - role: narrator
                    pitch: -30
                pronunciations:
                  - word: descent
                    say: dissent
                """,
                published("voices.yaml"));
    }

    @Test
    void catalogueIsArrangedInAFormByAdminsAlone() {
        var catalogue = "/editor/courses/-/item/catalogue.yaml?kind=catalogue&id=catalogue";
        author.get(catalogue).then().statusCode(404);
        var admin = people.client(Role.ADMIN);
        admin.get(catalogue).then().statusCode(200).body(containsString("Technology"));
        admin.post(
                        catalogue,
                        Map.of(
                                "do", "save",
                                "fields.0.id", "mathematics",
                                "fields.0.title", "Mathematics",
                                "fields.0.courses", course + ", sample"))
                .then()
                .statusCode(303);
        admin.get("/editor/courses/-/parts/catalogue.yaml")
                .then()
                .statusCode(200)
                .body(
                        stringContainsInOrder(
                                "id: mathematics", "courses: [" + course + ", sample]"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        author.get(editor + "/item/" + BANK + "?id=q-nowhere").then().statusCode(404);
        author.get(editor + "/items/lessons/01-walking-downhill/lesson.md").then().statusCode(404);
        author.get(editor + "/rows/tests/final.yaml").then().statusCode(404);
    }
}
