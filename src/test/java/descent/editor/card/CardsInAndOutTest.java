package descent.editor.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Courses;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.course.material.Lesson;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CardsInAndOutTest {
    @Inject TestCourses courses;
    @Inject Courses all;
    @Inject TestPeople people;

    private String course;
    private String page;
    private Client author;

    @BeforeEach
    void aCourseAndItsAuthor() {
        course = courses.published(new Sample());
        author = people.author(course);
        page = "/editor/courses/" + course + "/cards/walking-downhill";
    }

    private Lesson lesson() {
        return all.course(course).lesson("walking-downhill").orElseThrow();
    }

    private byte[] exported(String format) {
        return author.get(page + "/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String sent(byte[] file) {
        var to =
                author.request()
                        .multiPart("file", "mine.tsv", file)
                        .post(page)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        return to.substring(to.indexOf("/editor/"));
    }

    private Document plan(String address) {
        return Jsoup.parse(author.get(address).then().statusCode(200).extract().asString());
    }

    private static List<String> kinds(Document plan) {
        return plan.select(".report-card .badge").eachText();
    }

    @Test
    void whatWentOutComesInAsTheSame() {
        author.get("/editor/courses/" + course).then().body(containsString(page));
        int cards = lesson().cards().size();
        for (var format : List.of("tsv", "apkg")) {
            var plan = plan(sent(exported(format)));
            assertEquals(cards, kinds(plan).size(), format);
            assertTrue(kinds(plan).stream().allMatch("same"::equals), kinds(plan).toString());
            assertTrue(plan.text().contains("There is nothing to take over."));
        }
    }

    @Test
    void chosenCardsBecomeTheAuthorsDraftAndLearnersSeeThemOncePublished() {
        var known = lesson().cards().getFirst();
        var concept = lesson().concepts().get().keyConcepts().getLast().id();
        var section = lesson().text().get().sections().getFirst().id();
        var file =
                """
                #separator:tab
                #html:false
                #tags column:3
                %s\tAnother back
                What is *steep*?\tThe slope.\t%s
                What is flat?\tThe valley.
                What is flat?\tTwice.
                """
                        .formatted(known.front().source().strip(), concept);
        var address = sent(file.getBytes(UTF_8));
        var plan = plan(address);
        assertEquals(List.of("changed", "new", "new", "left out"), kinds(plan));
        author.post(
                        address,
                        Map.of(
                                "do",
                                "take",
                                "take",
                                List.of("0", "1"),
                                "concept",
                                known.concept(),
                                "section",
                                section))
                .then()
                .statusCode(303)
                .header("Location", containsString("flashcards.yaml"));
        assertEquals(known.back(), lesson().cards().getFirst().back(), "it is a draft");
        author.get(address).then().statusCode(404);

        var name = lesson().folder().substring(course.length() + 1) + "/flashcards.yaml";
        var items = "/editor/courses/%s/items/%s?kind=card".formatted(course, name);
        author.get(items)
                .then()
                .body(
                        containsString("card-what-is-steep"),
                        not(containsString("card-what-is-flat")));
        var text = exported("tsv");
        assertTrue(new String(text, UTF_8).contains(known.back().source().strip()));
        var again = plan(sent(file.getBytes(UTF_8)));
        assertEquals(List.of("same", "same", "new", "left out"), kinds(again));
    }

    @Test
    void lessonWithALongTitleGoesOutToo() {
        var text = Sample.LESSON + "lesson.md";
        course =
                courses.published(
                        new Sample().replacing(text, "title: ", "title: " + "long ".repeat(40)));
        author = people.author(course);
        page = "/editor/courses/" + course + "/cards/walking-downhill";
        assertTrue(lesson().title().length() > 200);
        assertEquals(lesson().cards().size(), kinds(plan(sent(exported("apkg")))).size());
    }

    @Test
    void whatCannotBeTakenIsSaid() {
        var with = "/editor/courses/%s/cards/none".formatted(course);
        author.get(with).then().statusCode(404);
        author.get(page + "/export?format=pdf").then().statusCode(400);
        author.request()
                .multiPart("file", "empty.tsv", new byte[0])
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("There is no note in the file."));
        author.request()
                .multiPart("file", "long.tsv", "front\tback\n".repeat(501).getBytes(UTF_8))
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("at most 500"));
        var address = sent("Front\tBack\n".getBytes(UTF_8));
        author.request()
                .header("Referer", Client.origin() + address)
                .formParams(Map.of("do", "take", "take", "0", "concept", "x", "section", "y"))
                .post(address)
                .then()
                .statusCode(400)
                .body(containsString("href=\"" + address))
                .body(containsString("Choose a key concept"));
        author.post(address, Map.of("do", "drop")).then().statusCode(303);
        author.get(address).then().statusCode(404);
        var other = people.author(courses.published(new Sample()));
        other.get(page).then().statusCode(404);
    }
}
