package descent.shared.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.quiz.Sitting;
import descent.quiz.TestCourse;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's story, and what of it is written down. */
@QuarkusTest
class AuditTrailTest {
    @Inject TestPeople people;
    @Inject TestCourses courses;
    @Inject TestCourse tests;

    private Client ada;
    private UUID adaId;

    @BeforeEach
    void somebodyNew() {
        ada = Client.learner();
        adaId = people.give(ada.email(), Role.LEARNER);
    }

    private Set<AuditAction> actions() {
        return entries().stream()
                .map(entry -> entry.action)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AuditAction.class)));
    }

    private List<AuditEntry> entries() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        AuditEntry.list(
                                "actorId = ?1 or subjectId = ?2 order by id",
                                adaId,
                                adaId.toString()));
    }

    @Test
    void f14EachDeedIsWrittenWithWhoOnWhomWhenAndFromWhere() {
        var admin = people.client(Role.ADMIN);
        var page = "/admin/people/" + adaId;
        for (int i = 0; i < 11; i++) {
            ada.elsewhere().login("wrong");
        }
        ada.post(
                "/account/email",
                Map.of("email", Client.visitor().email(), "password", Client.PASSWORD));
        ada.post("/account/data/archive", Map.of());
        ada.post(
                "/account/password",
                Map.of("current", Client.PASSWORD, "password", "another horse entirely"));
        ada.post("/logout", Map.of());
        var course = courses.published(new Sample());
        admin.post(page + "/courses/enrol", Map.of("course", course));
        admin.post(page + "/role", Map.of("role", "author"));
        admin.post(page + "/reset", Map.of());
        admin.post(page + "/sign-out", Map.of());
        admin.post(page + "/disable", Map.of());
        assertEquals(
                EnumSet.of(
                        AuditAction.SIGN_UP,
                        AuditAction.LOGIN,
                        AuditAction.LOGIN_FAILED,
                        AuditAction.LOGIN_THROTTLED,
                        AuditAction.ACCOUNT_CHANGED,
                        AuditAction.EXPORTED,
                        AuditAction.PASSWORD_CHANGED,
                        AuditAction.LOGOUT,
                        AuditAction.ENROLMENT_CHANGED,
                        AuditAction.ROLE_CHANGED,
                        AuditAction.RESET_LINK_ISSUED,
                        AuditAction.SESSIONS_ENDED,
                        AuditAction.PERSON_DISABLED),
                actions());
        for (var entry : entries()) {
            assertEquals("person", entry.subjectKind, entry.action.name());
            assertTrue(entry.at.isAfter(Instant.now().minus(Duration.ofMinutes(10))));
            assertTrue(
                    Set.of(ada.place(), admin.place()).contains(entry.address),
                    entry.action + " from " + entry.address);
        }
        var byAdmin =
                entries().stream()
                        .filter(entry -> entry.action == AuditAction.ROLE_CHANGED)
                        .toList();
        assertEquals("from: learner, to: author", byAdmin.getFirst().detailText());
    }

    @Test
    void f14RefusalsAreWritten() {
        ada.get("/admin/people").then().statusCode(403);
        ada.get("/courses/sample/people").then().statusCode(404);
        assertEquals(
                List.of(
                        "request: GET /admin/people, status: 403",
                        "request: GET /courses/sample/people, status: 404"),
                refusals());
    }

    private List<String> refusals() {
        return entries().stream()
                .filter(entry -> entry.action == AuditAction.REFUSED)
                .map(AuditEntry::detailText)
                .toList();
    }

    @Test
    void b1AnswerToAnothersTestIsNotThereStoresNothingAndIsWritten() {
        var course = tests.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        int steps = sitting.steps().size();
        sitting.in(ada).say(1, 0, "7").then().statusCode(404);
        assertEquals(steps, sitting.steps().size());
        assertEquals(
                List.of("request: POST " + sitting.path + "/questions/1, status: 404"), refusals());
    }

    /** The number that stays is nobody's: no name, no address of e-mail. */
    @Test
    void deletingAPersonLeavesNumbersAlone() {
        var name = "Unmistakable " + UUID.randomUUID();
        ada.post("/account/name", Map.of("name", name));
        ada.elsewhere().login("wrong");
        ada.post("/account/data/delete", Map.of("password", Client.PASSWORD))
                .then()
                .statusCode(303);
        assertTrue(actions().contains(AuditAction.PERSON_DELETED));
        for (var entry : entries()) {
            var line = entry.subjectKind + entry.subjectId + entry.detailText();
            assertTrue(!line.contains(name) && !line.contains(ada.email()), line);
        }
    }
}
