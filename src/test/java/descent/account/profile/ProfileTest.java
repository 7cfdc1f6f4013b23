package descent.account.profile;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.Role;
import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.shared.audit.AuditEntry;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTest {
    @Inject ObjectMapper json;
    @Inject TestCourses courses;
    @Inject TestPeople people;

    @Test
    void nameIsChanged() {
        var ada = Client.learner();
        ada.post("/account/name", Map.of("name", "  Countess\u0007 \u202EAda "))
                .then()
                .statusCode(303);
        ada.get("/account").then().body(containsString("value=\"Countess Ada\""));
        ada.post("/account/name", Map.of("name", "x".repeat(101))).then().statusCode(422);
    }

    /** In the frame, in forms, lists, titles, in the audit log, to authors and to admins. */
    @Test
    void e5DisplayNameIsInertWhereverItIsShown() {
        var payload = "<img src=x onerror=alert(1)>\"'{inject:frame.name}{config:descent.home}";
        var course = courses.published(new Sample());
        var ada = Client.enrolled(course);
        ada.post("/account/name", Map.of("name", payload)).then().statusCode(303);
        var admin = people.client(Role.ADMIN);
        var page = "/admin/people/" + person(ada).id;
        admin.post(page + "/sign-out", Map.of());
        ada.login();
        var shown =
                Map.of(
                        ada, List.of("/", "/account", "/account/sessions"),
                        admin,
                                List.of(
                                        page,
                                        "/admin/people?q=" + ada.email(),
                                        "/admin/audit?person=" + person(ada).id,
                                        "/courses/" + course + "/people"));
        shown.forEach((who, paths) -> {
            for (var path : paths) {
                var html = who.get(path).asString();
                assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;"), path);
                assertFalse(html.contains("<img src=x"), path);
                assertTrue(html.contains("{inject:frame.name}{config:descent.home}"), path);
            }
        });
    }

    @Test
    void b12NumberOfAPersonOpensNothing() {
        var ada = Client.enrolled("sample");
        var number = person(ada).id.toString();
        assertFalse(Client.visitor().withCookie(Client.SESSION_COOKIE, number).isSignedIn());
        for (var path :
                List.of(
                        "/experiments/" + number,
                        "/experiments/stream?of=" + number,
                        "/unsubscribe/" + number,
                        "/invitations/" + number,
                        "/password/reset/" + number,
                        "/account/email/" + number,
                        "/sign-up/confirm/" + number,
                        "/attempts/" + number)) {
            int status = Client.visitor().request().accept("*/*").get(path).statusCode();
            assertTrue(List.of(401, 404, 409).contains(status), path + " " + status);
        }
    }

    @Test
    void timeZoneDecidesHowMomentsAreShown() {
        var ada = Client.learner();
        ada.post("/account/time-zone", Map.of("zone", "Asia/Tokyo")).then().statusCode(303);
        ada.get("/account").then().body(containsString("<option selected>Asia/Tokyo"));
        ada.post("/account/time-zone", Map.of("zone", "Mars/Olympus")).then().statusCode(422);
    }

    @Test
    void emailChangesAtOnceWithoutAMailServer() {
        var ada = Client.learner();
        var wanted = Client.visitor().email();
        ada.post("/account/email", Map.of("email", wanted, "password", "wrong"))
                .then()
                .statusCode(422);
        ada.post("/account/email", Map.of("email", wanted, "password", Client.PASSWORD))
                .then()
                .statusCode(303);
        ada.get("/account").then().body(containsString(wanted));
        var bob = Client.learner();
        bob.post("/account/email", Map.of("email", wanted, "password", Client.PASSWORD))
                .then()
                .statusCode(409);
    }

    @Test
    void emailChangesBehindTheLinkAndTheOldAddressIsTold() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var wanted = Client.visitor().email();
        ada.post("/account/email", Map.of("email", wanted, "password", Client.PASSWORD))
                .then()
                .statusCode(200);
        ada.get("/account").then().body(not(containsString(wanted)));
        mailbox.settle();
        var link = mailbox.link(wanted, "Your new address");
        ada.get(link).then().statusCode(200).body(containsString(wanted));
        ada.get("/account").then().body(not(containsString(wanted)));
        ada.post(link, Map.of()).then().statusCode(303);
        ada.get("/account").then().body(containsString(wanted));
        mailbox.settle();
        mailbox.mail(ada.email(), "Your e-mail address was changed");
        ada.post(link, Map.of()).then().statusCode(409);
    }

    @Test
    void addressOfAnotherGetsNoMailAndLooksTheSame() {
        var ada = Client.learner();
        var bob = Client.learner();
        var mailbox = Mailbox.install();
        ada.post("/account/email", Map.of("email", bob.email(), "password", Client.PASSWORD))
                .then()
                .statusCode(200);
        mailbox.settle();
        assertTrue(mailbox.mails(bob.email(), "").isEmpty());
    }

    @Test
    void g25ArchiveHoldsOnesOwnDataAndNoSecret() throws IOException {
        var ada = Client.enrolled("sample");
        var answer = ada.post("/account/data/archive", Map.of());
        answer.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("descent-my-data.zip"));
        var files = unzipped(answer.asByteArray());
        var account = json.readTree(files.get("account.json"));
        assertEquals(ada.email(), account.get("email").asText());
        assertEquals(1, account.get("sessions").size());
        assertTrue(files.get("enrolments.json").contains("sample"), files.get("enrolments.json"));
        assertEquals(
                Set.of(
                        "account.json",
                        "activities.json",
                        "attempts.json",
                        "certificates.json",
                        "challenges.json",
                        "drafts.json",
                        "enrolments.json",
                        "experiments.json",
                        "flashcard-notes.json",
                        "flashcards.json",
                        "games.json",
                        "invitations.json",
                        "lesson-notes.json",
                        "listening.json",
                        "mistake-reports.json",
                        "planned-publications.json",
                        "podcasts.json",
                        "reading-places.json",
                        "study-wishes.json",
                        "uploads.json"),
                files.keySet());
        assertFalse(files.toString().contains("argon2"));
    }

    @Test
    void g25DeletingTheAccountTakesAllWithIt() {
        var ada = Client.enrolled("sample");
        var id = person(ada).id;
        invite(ada.email());
        QuarkusTransaction.requiringNew()
                .run(() -> assertTrue(rowsOf(id, ada.email()).contains("invitation")));
        ada.post("/account/data/delete", Map.of("password", "wrong")).then().statusCode(422);
        ada.post("/account/data/delete", Map.of("password", Client.PASSWORD))
                .then()
                .statusCode(303);
        assertFalse(ada.isSignedIn());
        assertEquals(401, ada.elsewhere().login(Client.PASSWORD).statusCode());
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    assertEquals(0, Person.count("id", id));
                    assertEquals(List.of(), rowsOf(id, ada.email()));
                    var audit = AuditEntry.<AuditEntry>list("subjectId", id.toString());
                    assertFalse(audit.isEmpty(), "what was done stays");
                    assertTrue(audit.stream().noneMatch(e -> e.detailText().contains(ada.email())));
                });
        assertEquals(
                303,
                ada.elsewhere()
                        .post(
                                "/sign-up",
                                Map.of(
                                        "name",
                                        "Ada",
                                        "email",
                                        ada.email(),
                                        "password",
                                        Client.PASSWORD))
                        .statusCode());
    }

    private static void invite(String email) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Person.getEntityManager()
                                .createNativeQuery(
                                        "insert into invitation (id, course_id, email, group_name, created_at, expires_at, uses)"
                                                + " values (gen_random_uuid(), 'sample', :email, '', now(), now(), 0)")
                                .setParameter("email", email)
                                .executeUpdate());
    }

    /** The tables that know the person by number, or by address. */
    private static List<String> rowsOf(UUID id, String email) {
        return Stream.of("person_id = '" + id + "'", "email = '" + email + "'")
                .flatMap(known -> tables(known.split(" ")[0]).filter(table -> has(table, known)))
                .toList();
    }

    private static Stream<String> tables(String column) {
        List<?> tables =
                Person.getEntityManager()
                        .createNativeQuery(
                                "select cast(table_name as text) from information_schema.columns"
                                        + " where column_name = :name and table_schema ="
                                        + " current_schema()",
                                String.class)
                        .setParameter("name", column)
                        .getResultList();
        return tables.stream().map(String::valueOf);
    }

    private static boolean has(String table, String known) {
        return !Person.getEntityManager()
                .createNativeQuery("select 1 from %s where %s".formatted(table, known))
                .getResultList()
                .isEmpty();
    }

    @Test
    void privacyPageTellsWhatEachRoomKeeps() {
        Client.visitor()
                .get("/privacy")
                .then()
                .statusCode(200)
                .body(containsString("time zone"))
                .body(containsString("enrolments"))
                .body(containsString("activities"));
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes()));
            }
        }
        return files;
    }

    private static Person person(Client client) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Person.withEmail(EmailAddress.of(client.email()).orElseThrow()))
                .orElseThrow();
    }
}
