package descent.search;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Publishing;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest {
    private static final String STEP = "href=\"/courses/sample/lessons/walking-downhill#step\"";

    @Inject FillIndex index;
    @Inject SearchIndex store;
    @Inject TestCourses courses;
    @Inject TestPeople people;
    @Inject Publishing publishing;

    private Response search(Client who, String typed) {
        index.run();
        var answer = who.get("/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        answer.then().statusCode(200);
        return answer;
    }

    /** A word that no other test's course has. */
    private static String newWord() {
        var letters = new StringBuilder("z");
        for (var c : UUID.randomUUID().toString().substring(0, 8).toCharArray()) {
            letters.append((char) ('a' + Character.digit(c, 16)));
        }
        return letters.toString();
    }

    @Test
    void visitorFindsASectionWithTheWordsMarked() {
        search(Client.visitor(), "small multiple of slopes")
                .then()
                .body(
                        stringContainsInOrder(
                                STEP,
                                "The step",
                                "Walking downhill · A Sample Course",
                                "<mark>small</mark> <mark>multiple</mark> of the <mark>slope</mark>"));
    }

    @Test
    void misspeltWordFindsTheSectionAndSaysWhatWasMeant() {
        search(Client.learner(), "smll mutliple")
                .then()
                .body(
                        stringContainsInOrder(
                                "Did you mean",
                                "/search?q=small+multiple",
                                "small multiple",
                                STEP));
    }

    @Test
    void beginningOfAWordIsEnough() {
        search(Client.visitor(), "multip")
                .then()
                .body(containsString(STEP), not(containsString("Did you mean")));
    }

    @Test
    void whatHasSomeOfTheWordsIsFoundWhenNothingHasAll() {
        search(Client.visitor(), "multiple uphill ball")
                .then()
                .body(stringContainsInOrder("none has all of the words", STEP));
    }

    @Test
    void glossaryAndExperimentsAreGroupsOfTheirOwn() {
        var found = search(Client.visitor(), "rate");
        found.then()
                .body(
                        stringContainsInOrder(
                                "<h2 id=\"lessons\">",
                                "#rate\"",
                                "<h2 id=\"glossary\">",
                                "/courses/sample/glossary#learning-rate",
                                "<h2 id=\"experiments\">",
                                "/experiments/presets/sample/two-rates"));
        Client.visitor()
                .get("/search?q=rate&kind=glossary")
                .then()
                .body(
                        containsString("/courses/sample/glossary#learning-rate"),
                        not(containsString("href=\"/experiments/presets/sample")));
    }

    @Test
    void cardsAreForThoseWhoTakeTheCourse() {
        var card = "/courses/sample/cards/card/lesson.card-direction.front";
        search(Client.visitor(), "which way step").then().body(not(containsString(card)));
        search(Client.learner(), "which way step").then().body(not(containsString(card)));
        var ada = Client.enrolled("sample");
        search(ada, "which way step").then().body(containsString(card));
        ada.get(card).then().statusCode(200);
    }

    /** Not in the results, and not as a word that was meant. */
    @Test
    void questionIsFoundByItsAuthorAndByNoLearnerVisitorOrOtherAuthor() {
        var word = newWord();
        var course =
                courses.published(
                        new Sample()
                                .replacing(
                                        Sample.LESSON + "questions.yaml",
                                        "That is uphill.",
                                        "That is the " + word + " way."));
        var author = people.author(course);
        var place =
                "/editor/courses/"
                        + course
                        + "/item/lessons/01-walking-downhill/questions.yaml?id=q-direction";
        search(author, word).then().body(containsString(place));
        author.get(place).then().statusCode(200);
        search(people.client(Role.ADMIN), word).then().body(containsString(place));
        var misspelt = word.substring(0, 7) + word.substring(8);
        search(author, misspelt).then().body(containsString(place));
        for (var other :
                List.of(Client.visitor(), Client.enrolled(course), people.author("sample"))) {
            for (var typed : List.of(word, word.substring(0, 5), misspelt)) {
                search(other, typed)
                        .then()
                        .body(
                                containsString("Nothing was found"),
                                not(containsString(place)),
                                not(containsString("Did you mean")));
            }
        }
        author.post("/courses/" + course + "/view-as-learner", Map.of()).then().statusCode(303);
        search(author, word).then().body(containsString("Nothing was found"));
    }

    @Test
    void hiddenLessonIsNotFound() {
        var word = newWord();
        var lesson = Sample.LESSON + "lesson.md";
        var sample = new Sample().replacing(lesson, "points up", "points " + word);
        var course =
                courses.published(
                        sample.replacing(
                                "sample/course.yaml", "[walking-downhill, noise]", "[noise]"));
        search(people.author(course), word).then().body(containsString("Nothing was found"));
    }

    @Test
    void courseOutsideTheCatalogueIsFoundByThoseWhoTakeIt() {
        var word = newWord();
        var lesson = Sample.LESSON + "lesson.md";
        var course =
                courses.published(new Sample().replacing(lesson, "points up", "points " + word));
        search(Client.enrolled(course), word).then().body(containsString(course + "/lessons"));
        search(Client.visitor(), word).then().body(containsString("Nothing was found"));
    }

    @Test
    void publishedTextIsFoundAndTheOldOneNoMore() {
        var sample = new Sample();
        var course = courses.published(sample);
        var ada = Client.enrolled(course);
        var old = newWord();
        publish(course, sample, old);
        search(ada, old).then().body(containsString("<mark>" + old + "</mark>"));
        var word = newWord();
        publish(course, sample, word);
        search(ada, word).then().body(containsString("<mark>" + word + "</mark>"));
        search(ada, old).then().body(not(containsString("<mark>")));
    }

    private void publish(String course, Sample sample, String word) {
        var name = "lessons/01-walking-downhill/lesson.md";
        var path = course + "/" + name;
        var text = sample.text("sample/" + name).replace("points up", "points " + word);
        long base = publishing.head(path).orElseThrow().revision().id();
        publishing.publish(path, text.getBytes(StandardCharsets.UTF_8), new UUID(1, 1), base);
    }

    /** Whoever comes later with the same state has nothing to do. */
    @Test
    void courseIsWrittenOncePerState() {
        var id = courses.published(new Sample());
        index.run();
        assertTrue(store.replace(id, "another", List::of));
        assertFalse(store.replace(id, "another", List::of));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "\"",
                "-",
                "-gradient",
                "the of and",
                "a:* & !b | (c)",
                "'; select 1; --",
                "\\",
                "%",
                "𝛁 ∇ η",
                "<script>alert(1)</script>",
                "{config:descent.home}"
            })
    void whateverIsTypedIsAnswered(String typed) {
        search(Client.visitor(), typed)
                .then()
                .body(
                        allOf(
                                containsString("<h1>Search</h1>"),
                                not(containsString("<script>alert"))));
    }

    @Test
    void wordsThatStandEverywhereSayNothing() {
        search(Client.visitor(), "the of and")
                .then()
                .body(containsString("These words stand in every text"));
        search(Client.visitor(), "-gradient").then().body(containsString("without a minus"));
    }

    @Test
    void tooLongATextIsRefusedAndKept() {
        var text = "x".repeat(201);
        Client.visitor()
                .get("/search?q=" + text)
                .then()
                .statusCode(400)
                .body(
                        containsString("At most 200 characters can be looked for; these are 201."),
                        containsString("value=\"" + text + "\""));
    }

    @Test
    void pageAndKindThatAreNoneAreRefused() {
        var visitor = Client.visitor();
        visitor.get("/search?q=rate&kind=people").then().statusCode(400);
        visitor.get("/search?q=rate&page=-1").then().statusCode(400);
        visitor.get("/search?q=rate&kind=lessons&page=9")
                .then()
                .statusCode(200)
                .body(containsString("There are no more"));
    }

    @Test
    void guidesAreThere() {
        var visitor = Client.visitor();
        visitor.get("/help").then().statusCode(200).body(containsString("/help/authors"));
        for (var guide : List.of("learners", "authors", "admins")) {
            visitor.get("/help/" + guide).then().statusCode(200).body(containsString("<h2 id="));
        }
        visitor.get("/help/none").then().statusCode(404);
    }
}
