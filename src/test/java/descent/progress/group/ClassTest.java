package descent.progress.group;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.TestPeople;
import descent.activity.Activity.CardReviewed;
import descent.activity.Activity.LessonRead;
import descent.activity.Activity.QuestionAnswered;
import descent.activity.ActivityLog;
import descent.course.Courses;
import descent.progress.home.OpenCourse;
import descent.quiz.TestCourse;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an author sees of a class, and what a learner takes along. */
@QuarkusTest
class ClassTest {
    @Inject TestCourse testCourses;
    @Inject TestPeople people;
    @Inject ActivityLog activities;
    @Inject ClassView classView;
    @Inject OpenCourse openCourse;
    @Inject Courses courses;

    private String course;
    private Client ada;

    @BeforeEach
    void somebodyNewTakesACourse() {
        course = testCourses.published();
        ada = Client.enrolled(course);
    }

    private static UUID id(Client client) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Person.withEmail(EmailAddress.of(client.email()).orElseThrow())
                                .orElseThrow()
                                .id);
    }

    private void answer(Client client, String... fractions) {
        var id = id(client);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        List.of(fractions)
                                .forEach(fraction ->
                                        activities.record(
                                                new QuestionAnswered(
                                                        id,
                                                        course,
                                                        "q-true",
                                                        "descent",
                                                        new BigDecimal(fraction)))));
    }

    @Test
    void authorSeesWhoIsStuckWhere() {
        answer(ada, "0", "0.5");
        answer(Client.enrolled(course), "0");
        answer(Client.enrolled(course), "1", "1", "1", "1", "1", "1", "1");
        var id = id(ada);
        QuarkusTransaction.requiringNew()
                .run(() -> activities.record(new LessonRead(id, course, "noise")));
        var page =
                Jsoup.parse(people.author(course).get("/courses/" + course + "/class").asString());
        assertEquals(
                List.of("Descent Walking downhill 2"),
                page.select("[aria-labelledby=stuck] tbody tr").eachText());
        var rows = page.select("[aria-labelledby=learners] tbody tr").eachText();
        assertEquals(3, rows.size());
        assertEquals(
                1, rows.stream().filter(row -> row.endsWith("1 of 2 0 of 1 0 Descent")).count());
        assertEquals(1, rows.stream().filter(row -> row.endsWith("0 of 2 1 of 1 0 –")).count());
        people.author(course)
                .get("/courses/" + course + "/class?q=nobody+here")
                .then()
                .body(containsString("3 learners"), containsString("Nobody of that name"));
    }

    /** The database weighs answers as the learner's own page does. */
    @Test
    void classAndLearnerSeeTheSameMastery() {
        answer(ada, "0.25", "1", "1");
        var own = openCourse.of(id(ada), courses.course(course)).concepts().getFirst().mastery();
        var inClass = classView.of(courses.course(course)).learners().getFirst();
        assertEquals(own.isWeak(), !inClass.weak().isEmpty());
        assertEquals(3, own.answers());
    }

    @Test
    void learnersDoNotSeeTheClass() {
        ada.get("/courses/" + course + "/class").then().statusCode(404);
        ada.get("/courses/" + course + "/class/table.csv").then().statusCode(404);
        people.author("sample").get("/courses/" + course + "/class").then().statusCode(404);
    }

    @Test
    void nameThatIsAFormulaStaysAText() {
        ada.post("/account/name", Map.of("name", "=SUM(A1)")).then().statusCode(303);
        var csv = people.author(course).get("/courses/" + course + "/class/table.csv").asString();
        assertTrue(csv.contains("'=SUM(A1)"), csv);
    }

    @Test
    void activitiesAreTakenAlongAsStatements() throws Exception {
        answer(ada, "0.5");
        var id = id(ada);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (int i = 0; i < 600; i++) {
                        activities.record(
                                new CardReviewed(id, course, "lesson.card-rate.c1", "good"));
                    }
                });
        var statements = new ObjectMapper().readTree(ada.get("/home/xapi.json").asByteArray());
        assertEquals(601, statements.size());
        var first = statements.get(0);
        assertEquals("http://adlnet.gov/expapi/verbs/answered", first.at("/verb/id").asText());
        assertEquals(0.5, first.at("/result/score/scaled").asDouble());
        assertEquals(id.toString(), first.at("/actor/account/name").asText());
        var ids = new ArrayList<String>();
        statements.forEach(each -> ids.add(each.at("/id").asText()));
        assertEquals(601, ids.stream().distinct().count());
        assertEquals(
                0,
                new ObjectMapper()
                        .readTree(Client.learner().get("/home/xapi.json").asByteArray())
                        .size());
    }
}
