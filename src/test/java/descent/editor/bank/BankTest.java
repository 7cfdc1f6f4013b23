package descent.editor.bank;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Courses;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.exchange.question.QuestionFile;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankTest {
    private static final String GIFT =
            """
            // [id:q-imported-one] [tag:difficulty:hard]
            ::one::What goes down? {=The loss#Yes. ~The rate#No. ####Descent.}

            ::two::Is this <script>alert(1)</script>safe? {T}

            Nothing to answer here.
            """;

    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject TestPeople people;
    @Inject EntityManager entities;

    private String course;
    private String page;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        course = courses.published(new Sample());
        author = people.author(course);
        page = "/editor/courses/" + course + "/questions/walking-downhill";
    }

    private Response send(String text) {
        var lesson = all.course(course).lesson("walking-downhill").orElseThrow();
        return author.request()
                .multiPart("file", "mine.gift", text.getBytes(StandardCharsets.UTF_8))
                .multiPart("format", "gift")
                .multiPart("concept", lesson.concepts().get().keyConcepts().getFirst().id())
                .multiPart("section", lesson.text().get().sections().getFirst().id())
                .multiPart("difficulty", "medium")
                .post(page);
    }

    private String sent(String text) {
        var to = send(text).then().statusCode(303).extract().header("Location");
        return to.substring(to.indexOf("/editor/"));
    }

    private static List<String> chosen(String html) {
        return Pattern.compile("name=\"take\" value=\"([^\"]+)\" checked")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private int size() {
        return all.course(course).lesson("walking-downhill").orElseThrow().bank().size();
    }

    @Test
    void questionsComeInAfterALookAndOnlyOnce() {
        int before = size();
        author.get("/editor/courses/" + course).then().body(containsString(page));
        author.get(page).then().statusCode(200).body(containsString("Export as GIFT"));
        var plan = sent(GIFT);
        var html =
                author.get(plan)
                        .then()
                        .statusCode(200)
                        .body(
                                stringContainsInOrder("2 questions understood", "1 left out"),
                                stringContainsInOrder("line 6", "a description"),
                                containsString("What goes down?"),
                                containsString("It has no explanation"),
                                not(containsString("<script>alert")))
                        .extract()
                        .asString();
        assertEquals(before, size(), "a look changes nothing");
        assertEquals(2, chosen(html).size());
        author.post(plan, Map.of("do", "take", "take", chosen(html)))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=imported"));
        assertEquals(before + 2, size());
        var question = all.course(course).question("q-imported-one").orElseThrow();
        assertEquals("hard", question.tree().get("difficulty"));
        author.get(plan).then().statusCode(404);

        author.get(sent(GIFT)).then().body(containsString("0 new or other than the course's"));
        var changed = sent(GIFT.replace("What goes down?", "What goes down here?"));
        var differing =
                author.get(changed)
                        .then()
                        .body(containsString("differs"), containsString("<ins>"))
                        .extract()
                        .asString();
        author.post(changed, Map.of("do", "take", "take", chosen(differing)))
                .then()
                .statusCode(303);
        assertEquals(before + 2, size());
        assertEquals(
                "What goes down here?",
                all.course(course).question("q-imported-one").orElseThrow().tree().get("text"));
    }

    private void take(String plan) {
        var chosen = chosen(author.get(plan).asString());
        author.post(plan, Map.of("do", "take", "take", chosen)).then().statusCode(303);
    }

    private void eventually(String address, String words) {
        Eventually.isTrue(words, () -> author.get(address).asString().contains(words));
    }

    /** More than is read, and taken over, while somebody waits. */
    private static String large(int questions) {
        var words = "It goes down, as long as the rate is small enough for that. ".repeat(4);
        return IntStream.range(0, questions)
                .mapToObj(n -> "::large-%d::Number %d? {T####%s}\n\n".formatted(n, n, words))
                .collect(Collectors.joining());
    }

    @Test
    void largeFileIsReadAndTakenOverWhileItsSenderLooksOn() {
        int before = size();
        var plan = sent(large(1_100));
        eventually(plan, "1,100 questions understood");
        author.get(plan + "?page=11").then().body(containsString("Number 1099?"));
        author.post(plan, Map.of("do", "none")).then().statusCode(303);
        author.post(plan + "?page=11", Map.of("do", "choose", "take", List.of(1_000, 1_001, 5)))
                .then()
                .statusCode(303);
        author.get(plan).then().body(containsString("2 are chosen on all of them"));
        author.post(plan, Map.of("do", "all")).then().statusCode(303);
        author.post(plan, Map.of("do", "take", "take", IntStream.range(1, 100).boxed().toList()))
                .then()
                .statusCode(303);
        eventually(plan, "1,099 questions are published");
        assertEquals(before + 1_099, size());
        author.post(plan, Map.of("do", "take")).then().statusCode(409);
        author.post(plan, Map.of("do", "stop")).then().statusCode(409);

        var again = sent(large(1_100));
        eventually(again, "1 new or other than the course's");
        var left = chosen(author.get(again).asString());
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    // Until this ends, whoever publishes waits at the last step.
                    entities.createNativeQuery("lock table content_part in share mode")
                            .executeUpdate();
                    author.post(again, Map.of("do", "take", "take", left)).then().statusCode(303);
                    eventually(again, "The check is at work");
                    author.post(again, Map.of("do", "stop")).then().statusCode(303);
                });
        author.get(again).then().statusCode(404);
        // Large ones take turns: this one is read when the work on the other has ended.
        eventually(sent(GIFT + "\n".repeat(300_000)), "2 questions understood");
        assertEquals(before + 1_099, size());
    }

    @Test
    void fileOfTooManyQuestionsIsRefusedWithTheNumber() {
        send("Right? {T}\n\n".repeat(QuestionFile.MOST_QUESTIONS + 1))
                .then()
                .statusCode(422)
                .body(containsString("more than 10,000 questions: divide it"));
    }

    @Test
    void whatComesOutGoesInAgainAsItIs() {
        var out =
                author.get(page + "/export?format=gift")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", containsString("walking-downhill.gift.txt"))
                        .extract()
                        .asString();
        assertTrue(out.contains("[id:"), out);
        author.get(page).then().body(containsString("Aiken leaves out"));
        author.get(sent(out)).then().statusCode(200).body(containsString("0 left out"));
    }

    @Test
    void staleChoicesAreRefused() {
        var first = sent(GIFT);
        var plan = sent(GIFT.replace("hard", "easy"));
        take(first);
        author.post(plan, Map.of("do", "take", "take", List.of(0, 1)))
                .then()
                .statusCode(303)
                .header("Location", endsWith(plan + "?page=1"));
        author.get(plan)
                .then()
                .body(
                        stringContainsInOrder("have changed meanwhile", "differs"),
                        containsString("1 new or other than the course's"));
        author.post(plan, Map.of("do", "burn")).then().statusCode(400);
        author.post(plan, Map.of("do", "drop")).then().statusCode(303);
        author.get(plan).then().statusCode(404);
    }

    @Test
    void filesThatAreNoneAreRefusedWithTheReason() {
        author.request()
                .multiPart("file", "x", "Schön? {T}".getBytes(StandardCharsets.ISO_8859_1))
                .multiPart("format", "nosuch")
                .post(page)
                .then()
                .statusCode(400);
        send("").then().statusCode(422).body(containsString("holds no questions"));
        send("\0").then().statusCode(422).body(containsString("not a text file"));
        author.get(page + "/export?format=nosuch").then().statusCode(400);
        author.get("/editor/courses/" + course + "/questions/nosuch").then().statusCode(404);
        people.author("sample").get(page).then().statusCode(404);
    }
}
