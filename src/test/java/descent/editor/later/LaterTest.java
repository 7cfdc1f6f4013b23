package descent.editor.later;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.enrolment.CourseAuthors;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LaterTest {
    private static final String TEXT = "lessons/01-walking-downhill/lesson.md";
    private static final String BEFORE = "Before the first section stands a sentence.";

    @Inject TestCourses courses;
    @Inject TestPeople people;
    @Inject PublishPlanned job;
    @Inject CourseAuthors authors;

    private String course;
    private String editor;
    private Client author;

    @BeforeEach
    void anAuthorWithADraft() {
        course = courses.published(new Sample());
        editor = "/editor/courses/" + course;
        author = people.author(course);
    }

    private void draft(String words) {
        author.post(
                        editor + "/parts/" + TEXT,
                        Map.of(
                                "do",
                                "save",
                                "text",
                                new Sample().text("sample/" + TEXT).replace(BEFORE, words),
                                "base",
                                base()))
                .then()
                .statusCode(303);
    }

    private String base() {
        return author.get(editor + "/parts/" + TEXT)
                .body()
                .htmlPath()
                .getString("**.find { it.@name == 'base' }.@value");
    }

    private void plan() {
        var at =
                LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)
                        .plusDays(2)
                        .truncatedTo(ChronoUnit.MINUTES);
        author.post(editor + "/later/" + TEXT, Map.of("do", "plan", "at", at.toString()))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=planned"));
    }

    /** The plan's time has come. */
    private void later() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Planned.update(
                                "at = ?1 where key.path = ?2",
                                Instant.now().minus(Duration.ofDays(1)),
                                course + "/" + TEXT));
        job.run();
    }

    private String lesson() {
        return Client.visitor().get("/courses/" + course + "/lessons/walking-downhill").asString();
    }

    @Test
    void textIsPublishedWhenItsTimeHasComeAsItWasPlanned() {
        draft("It was planned.");
        plan();
        author.get(editor + "/parts/" + TEXT)
                .then()
                .body(containsString("A text of yours is to be published on"));
        draft("It was typed later.");
        job.run();
        assertThat(lesson(), containsString(BEFORE));
        later();
        assertThat(lesson(), containsString("It was planned."));
        author.get(editor + "/parts/" + TEXT)
                .then()
                .body(
                        containsString("It was typed later."),
                        not(containsString("A text of yours is to be published on")));
    }

    @Test
    void planIsCancelled() {
        draft("Never seen.");
        plan();
        author.post(editor + "/later/" + TEXT, Map.of("do", "cancel")).then().statusCode(303);
        later();
        assertThat(lesson(), containsString(BEFORE));
        author.get(editor + "/parts/" + TEXT).then().body(containsString("Never seen."));
    }

    @Test
    void whatCannotBePublishedSaysSoToItsAuthor() {
        draft("See [it](term:nowhere).");
        plan();
        later();
        assertThat(lesson(), containsString(BEFORE));
        author.get(editor + "/parts/" + TEXT)
                .then()
                .body(
                        containsString("and was not:"),
                        containsString("there is no glossary term"),
                        containsString("See [it](term:nowhere)."));
    }

    /** Whoever loses a course between the plan and its time. */
    @Test
    void whoDoesNotWriteTheCourseAnyMoreIsPublishedNoMore() {
        draft("Too late.");
        plan();
        var id = people.give(author.email(), Role.AUTHOR);
        authors.set(id, Set.of());
        later();
        assertThat(lesson(), containsString(BEFORE));
        authors.set(id, Set.of(course));
        author.get(editor + "/parts/" + TEXT)
                .then()
                .body(containsString("You did not write this course any more."));
    }

    @Test
    void timeThatIsPastOrNoneIsRefused() {
        author.post(editor + "/later/" + TEXT, Map.of("do", "plan", "at", "2020-01-01T10:00"))
                .then()
                .statusCode(422)
                .body(containsString("You have no draft"));
        draft("Now it is one.");
        for (var at : new String[] {"2020-01-01T10:00", "9999-01-01T10:00", "soon"}) {
            author.post(editor + "/later/" + TEXT, Map.of("do", "plan", "at", at))
                    .then()
                    .statusCode(422)
                    .body(containsString("lies within the coming year"));
        }
    }
}
