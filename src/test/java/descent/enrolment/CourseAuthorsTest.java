package descent.enrolment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CourseAuthorsTest {
    @Inject TestCourses courses;
    @Inject TestPeople people;

    private String id;
    private String course;
    private Client admin;

    @BeforeEach
    void aCourse() {
        id = courses.published(new Sample());
        course = "/courses/" + id;
        admin = people.client(Role.ADMIN);
    }

    @Test
    void adminGivesALearnerACourseToWriteAndTakesItBack() {
        var ada = Client.learner();
        var page = "/admin/people/" + people.give(ada.email(), Role.LEARNER);
        ada.get("/editor/courses/" + id).then().statusCode(403);
        admin.post(page + "/courses/written", Map.of("course", id)).then().statusCode(303);
        ada.get("/editor/courses/" + id).then().statusCode(200);
        ada.get("/editor").then().body(containsString(id));
        admin.get(page).then().body(containsString("value=\"" + id + "\" checked"));
        admin.get("/admin/enrolments").then().statusCode(200).body(containsString(page));
        admin.post(page + "/courses/written", Map.of()).then().statusCode(303);
        ada.get("/editor/courses/" + id).then().statusCode(404);
        admin.get("/admin/audit?action=ROLE_CHANGED")
                .then()
                .body(
                        containsString("author of: " + id),
                        containsString("no author any more of: " + id));
        admin.post(page + "/courses/written", Map.of("course", "no-such")).then().statusCode(404);
    }

    @Test
    void b16AuthorOfAnotherCourseSeesNothingOfThisOne() {
        var foreign = people.author("sample");
        foreign.get("/editor").then().statusCode(200).body(not(containsString(id)));
        for (var page :
                new String[] {
                    "/editor/courses/" + id,
                    "/editor/courses/" + id + "/check",
                    "/editor/courses/" + id + "/parts/course.yaml",
                    "/editor/courses/" + id + "/history/course.yaml",
                    course + "/people",
                    course + "/people/rule",
                    course + "/people/invitations",
                    course + "/people/announcements"
                }) {
            assertEquals(404, foreign.get(page).statusCode(), page);
        }
        foreign.get(course).then().statusCode(200).body(not(containsString("For its authors")));
    }

    @Test
    void catalogueIsTheAdmins() {
        var catalogue = "/editor/courses/catalogue/parts/catalogue.yaml";
        var link =
                org.jsoup.Jsoup.parse(admin.get("/editor").asString())
                        .select("a[href*=catalogue]")
                        .attr("href");
        admin.get(link).then().statusCode(200);
        people.author(id).get(link).then().statusCode(404);
        people.author(id).get(catalogue).then().statusCode(404);
    }

    @Test
    void authorLooksAtTheCourseAsALearnerAndChangesNothing() {
        var ada = people.author(id);
        ada.post(course + "/view-as-learner", Map.of())
                .then()
                .statusCode(303)
                .header("Location", containsString(course));
        ada.get(course)
                .then()
                .body(
                        containsString("You see this as a learner would"),
                        containsString("You take this course"),
                        not(containsString("For its authors")));
        ada.get(course + "/cards").then().statusCode(200);
        ada.get("/editor").then().statusCode(403);
        ada.post("/account/name", Map.of("name", "Changed")).then().statusCode(409);
        ada.post(course + "/tests/final/start", Map.of()).then().statusCode(409);
        ada.get("/account").then().body(not(containsString("Changed")));
        ada.get("/courses/sample/cards").then().statusCode(403);
        ada.post(course + "/view-as-learner/end", Map.of()).then().statusCode(303);
        ada.get("/editor").then().statusCode(200);
        ada.get(course + "/cards").then().statusCode(403);
        ada.post("/account/name", Map.of("name", "Changed")).then().statusCode(303);
        admin.get("/admin/audit?action=VIEWED_AS_LEARNER")
                .then()
                .body(containsString("course " + id));
    }

    @Test
    void onlyItsAuthorsLookAtACourseAsLearners() {
        Client.enrolled(id).post(course + "/view-as-learner", Map.of()).then().statusCode(404);
        people.author("sample").post(course + "/view-as-learner", Map.of()).then().statusCode(404);
        admin.post(course + "/view-as-learner", Map.of()).then().statusCode(303);
        admin.get("/admin").then().statusCode(403);
        admin.post("/logout", Map.of()).then().statusCode(303);
    }
}
