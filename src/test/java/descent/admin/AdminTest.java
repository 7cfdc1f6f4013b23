package descent.admin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Role;
import descent.account.TestPeople;
import descent.account.setting.SiteSettings;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdminTest {
    @Inject TestPeople people;
    @Inject SiteSettings settings;

    private Client admin;
    private Client lea;
    private UUID leaId;

    @BeforeEach
    void anAdminAndALearner() {
        admin = people.client(Role.ADMIN);
        lea = Client.learner();
        leaId = people.give(lea.email(), Role.LEARNER);
    }

    private String page() {
        return "/admin/people/" + leaId;
    }

    @Test
    void personIsFoundByAPartOfTheAddress() {
        var part = lea.email().substring(8, 30);
        admin.get("/admin/people?q=" + part.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body(containsString("1 found"), containsString(page()));
        admin.get("/admin/people?role=admin&q=" + part)
                .then()
                .body(containsString("0 found"), not(containsString(page())));
        admin.get("/admin/people?q=%25" + part).then().body(containsString("0 found"));
        admin.get("/admin/people?role=king").then().statusCode(400);
        admin.get("/admin/people?page=-1").then().statusCode(400);
    }

    @Test
    void authorIsMadeAndUnmadeWithATraceInTheLog() {
        lea.get("/editor").then().statusCode(403);
        admin.post(page() + "/role", Map.of("role", "author")).then().statusCode(303);
        lea.get("/editor").then().statusCode(200);
        lea.get("/admin").then().statusCode(403);
        admin.post(page() + "/role", Map.of("role", "learner")).then().statusCode(303);
        lea.get("/editor").then().statusCode(403);
        admin.get("/admin/audit?action=ROLE_CHANGED&person=" + leaId)
                .then()
                .body(
                        containsString("from: learner, to: author"),
                        containsString("from: author, to: learner"));
        admin.post(page() + "/role", Map.of("role", "king")).then().statusCode(400);
        admin.post(page() + "/role", Map.of()).then().statusCode(400);
    }

    @Test
    void a5DisabledPersonIsOutAtTheNextRequest() {
        assertTrue(lea.isSignedIn());
        admin.post(page() + "/disable", Map.of()).then().statusCode(303);
        assertFalse(lea.isSignedIn());
        assertEquals(401, lea.login(Client.PASSWORD).statusCode());
        admin.get(page()).then().body(containsString("disabled since"));
        admin.post(page() + "/reset", Map.of()).then().statusCode(409);
        admin.post(page() + "/enable", Map.of()).then().statusCode(303);
        lea.login();
        assertTrue(lea.isSignedIn());
    }

    @Test
    void a16LinkToANewPasswordIsShownOnceAndWorksOnce() {
        var answer = admin.post(page() + "/reset", Map.of());
        var found =
                Pattern.compile("data-link>[^<]*(/password/reset/[^<]+)<")
                        .matcher(answer.asString());
        assertTrue(found.find());
        admin.get(page()).then().body(not(containsString("/password/reset/")));
        var stranger = Client.visitor();
        stranger.post(found.group(1), Map.of("password", "another horse battery"))
                .then()
                .statusCode(303);
        assertFalse(lea.isSignedIn());
        assertEquals(303, lea.login("another horse battery").statusCode());
        stranger.post(found.group(1), Map.of("password", "yet another horse"))
                .then()
                .statusCode(409);
        admin.get("/admin/audit?person=" + leaId)
                .then()
                .body(containsString("reset link issued"), containsString("password changed"));
    }

    @Test
    void personIsSignedOutEverywhere() {
        admin.get(page()).then().body(containsString("Sign out everywhere"));
        admin.post(page() + "/sign-out", Map.of()).then().statusCode(303);
        assertFalse(lea.isSignedIn());
    }

    @Test
    void nobodyIsDeletedByASlip() {
        admin.post(page() + "/delete", Map.of("email", "other@example.org")).then().statusCode(400);
        admin.get(page()).then().statusCode(200);
        admin.post(page() + "/delete", Map.of("email", lea.email())).then().statusCode(303);
        admin.get(page()).then().statusCode(404);
        admin.get("/admin/audit?person=" + leaId)
                .then()
                .statusCode(200)
                .body(containsString("somebody who has left"));
    }

    @Test
    void nobodyDisablesTheOwnAccount() {
        var id = people.give(admin.email(), Role.ADMIN);
        admin.post("/admin/people/" + id + "/disable", Map.of()).then().statusCode(409);
        assertTrue(admin.isSignedIn());
    }

    @Test
    void auditLogIsFilteredByWhatIsKnown() {
        admin.get("/admin/audit").then().statusCode(200);
        admin.get("/admin/audit?action=LOGIN&page=1").then().statusCode(200);
        admin.get("/admin/audit?action=DANCE").then().statusCode(400);
        admin.get("/admin/audit?person=ada").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/people",
                "/admin/outbox",
                "/admin/audit",
                "/admin/runs",
                "/admin/people/00000000-0000-0001-0000-000000000001"
            })
    void b6OnlyAdminsComeIn(String path) {
        lea.get(path).then().statusCode(403);
        people.client(Role.AUTHOR).get(path).then().statusCode(403);
        Client.visitor().get(path).then().statusCode(303);
        int status = admin.get(path).statusCode();
        assertEquals(path.contains("0000") ? 404 : 200, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"role", "disable", "enable", "sign-out", "codes-off", "reset", "delete"})
    void b6OnlyAdminsWrite(String deed) {
        lea.post(page() + "/" + deed, Map.of("role", "admin", "email", lea.email()))
                .then()
                .statusCode(403);
        assertTrue(lea.isSignedIn());
    }

    @Test
    void codesAreAskedOfAdminsWhenOneSaysSo() {
        admin.get("/admin/settings").then().statusCode(200).body(containsString("descent.url"));
        admin.post("/admin/settings", Map.of("codes", "true")).then().statusCode(303);
        try {
            admin.get("/admin/people")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/account/codes?from=%2Fadmin%2Fpeople"));
            lea.get("/account").then().statusCode(200);
        } finally {
            QuarkusTransaction.requiringNew().run(() -> settings.setAdminsNeedCodes(false));
        }
        admin.get("/admin/audit?action=OPERATED")
                .then()
                .statusCode(200)
                .body(containsString("admins-need-codes"));
    }

    @Test
    void whoHasYetToConfirmIsSentTheMailAgain() {
        var mailbox = Mailbox.install();
        var dora = Client.visitor();
        dora.post(
                "/sign-up",
                Map.of("name", "Dora", "email", dora.email(), "password", Client.PASSWORD));
        mailbox.settle();
        var resend =
                Jsoup.parse(admin.get("/admin/people").asString())
                        .select("tr:contains(" + dora.email() + ") form")
                        .attr("action");
        admin.post(resend, Map.of()).then().statusCode(303);
        mailbox.settle();
        assertEquals(2, mailbox.mails(dora.email(), "Your account").size());
    }

    @Test
    void outboxShowsToWhomAndHowFarAndNeverALink() {
        Mailbox.install();
        admin.post(page() + "/reset", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("is on its way"), not(containsString("/password/reset/")));
        admin.get("/admin/outbox")
                .then()
                .statusCode(200)
                .body(
                        containsString(lea.email()),
                        containsString("password-reset"),
                        not(containsString("/password/reset/")));
    }

    @Test
    void stateTellsOfQueueJobsMailsAndStorage() {
        var page =
                Jsoup.parse(admin.get("/admin/state").then().statusCode(200).extract().asString());
        assertTrue(page.text().contains("send-mails"), "jobs by name");
        assertTrue(page.select("[aria-label=The largest tables] tbody tr").size() > 5);
        assertEquals("3 s", StatePages.words(Duration.ofMillis(3_400)));
        assertEquals("12 min", StatePages.words(Duration.ofMinutes(12)));
        assertEquals("9 days", StatePages.words(Duration.ofDays(9)));
        assertEquals("11 GB", StatePages.size(11_200_000_000L));
        assertEquals("3 MB", StatePages.size(3_999_999));
        lea.get("/admin/state").then().statusCode(403);
    }
}
