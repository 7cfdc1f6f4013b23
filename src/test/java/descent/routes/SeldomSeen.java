package descent.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.quiz.Sitting;
import descent.routes.Row.Role;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Pages that only somebody sees who has a mail's link, an upload, or a text of their own: what they
 * show is made here, for people and a course of {@link World}.
 */
@ApplicationScoped
public class SeldomSeen {
    private static final Pattern INVITATION = Pattern.compile("/invitations/[A-Za-z0-9_-]{43}");
    private static final Pattern WAY_OUT = Pattern.compile("/unsubscribe/\\S+");

    private final TestPeople people;
    private final TestCourses courses;

    SeldomSeen(TestPeople people, TestCourses courses) {
        this.people = people;
        this.courses = courses;
    }

    /** The addresses of such pages, by the path of their route. */
    Map<String, String> addresses(World world, String course) {
        var found = new HashMap<String, String>();
        found.put("/certificates/{code}", certificate());
        found.put("/first-admin/{token}", people.firstAdminLink());
        ofLearner(world.client(Role.LEARNER), course, found);
        ofAuthor(world.client(Role.AUTHOR), course, found);
        Sitting.begin(world.client(Role.OTHER), course, "short").submit();
        found.put(
                "/teach/{course}/tests/{test}/statistics/{question}",
                "/teach/" + course + "/tests/short/statistics/q-number");
        ofMails(world.client(Role.LEARNER), world.client(Role.AUTHOR), course, found);
        return found;
    }

    private String certificate() {
        var course = courses.published(new Sample());
        var ada = Client.enrolled(course);
        for (var lesson : new String[] {"walking-downhill", "noise"}) {
            ada.post("/courses/" + course + "/lessons/" + lesson + "/read", Map.of());
        }
        var sitting = Sitting.begin(ada, course, "final");
        sitting.answerRight(1);
        sitting.answerRight(2);
        sitting.submit();
        var path = "/courses/" + course + "/certificate";
        ada.post(path, Map.of());
        return page(ada, path).select("main a[href^=/certificates/]").attr("href");
    }

    private void ofLearner(Client learner, String course, Map<String, String> found) {
        var cards = "/courses/" + course + "/cards";
        var own = learner.request().contentType("multipart/form-data");
        Map.of(
                        "kind",
                        "basic",
                        "front",
                        "What is $x$?",
                        "back",
                        "A *name*.",
                        "deck",
                        "",
                        "tags",
                        "")
                .forEach(own::multiPart);
        var card = page(learner, to(own.post(cards + "/notes/new")));
        found.put(
                "/courses/{course}/cards/notes/{note}",
                card.select("a[href*=/notes/]").attr("href"));
        found.put(
                "/courses/{course}/cards/import/{file}",
                to(file(learner, cards + "/import", "cards.tsv", "front\tback\n")));
        learner.post(
                "/courses/" + course + "/lessons/walking-downhill/notes",
                Map.of(
                        "section",
                        "rate",
                        "quote",
                        "",
                        "before",
                        "",
                        "after",
                        "",
                        "text",
                        "A thought."));
        var notes = "/courses/" + course + "/notes";
        found.put(
                "/courses/{course}/notes/{note}",
                page(learner, notes).select("main a[href^=" + notes + "/]").attr("href"));
    }

    private void ofAuthor(Client author, String course, Map<String, String> found) {
        var editor = "/editor/courses/" + course;
        found.put("/editor/courses/{course}/questions/{lesson}/{upload}", bank(author, editor));
        found.put(
                "/editor/courses/{course}/cards/{lesson}/{upload}",
                to(
                        author.request()
                                .multiPart("file", "mine.tsv", "Front\tBack\n".getBytes(UTF_8))
                                .post(editor + "/cards/walking-downhill")));
        found.put(
                "/editor/courses/{course}/sound/samples/{key}",
                to(
                        author.post(
                                editor + "/sound/samples",
                                Map.of("role", "student-a", "text", "Hello."))));
        var text = new Sample().text(Sample.LESSON + "lesson.md");
        courses.changeInFolder(
                course + "/lessons/01-walking-downhill/lesson.md",
                text.replace("stands a sentence.", "stands news."));
        found.put(
                "/editor/courses/{course}/waiting/{name}",
                editor + "/waiting/lessons/01-walking-downhill/lesson.md");
        var zip = author.get(editor + "/export").asByteArray();
        found.put(
                "/editor/import/{id}",
                to(author.request().multiPart("file", "folder.zip", zip).post("/editor/import")));
        var link =
                INVITATION.matcher(
                        author.post("/courses/" + course + "/people/invitations/link", Map.of())
                                .asString());
        assertTrue(link.find(), "no invitation was made");
        found.put("/invitations/{token}", link.group());
    }

    private static String bank(Client author, String editor) {
        var path = editor + "/questions/walking-downhill";
        var form = page(author, path);
        var sent =
                author.request()
                        .multiPart("file", "mine.gift", "Is it? {T}".getBytes(UTF_8))
                        .multiPart("format", "gift")
                        .multiPart("difficulty", "medium");
        for (var name : new String[] {"concept", "section"}) {
            var option = form.selectFirst("select[name=" + name + "] option[value~=.]");
            sent.multiPart(name, option == null ? "" : option.val());
        }
        return to(sent.post(path));
    }

    private static void ofMails(
            Client learner, Client author, String course, Map<String, String> found) {
        var mailbox = Mailbox.install();
        var newcomer = Client.visitor().email();
        Client.visitor()
                .post(
                        "/sign-up",
                        Map.of("name", "Bo", "email", newcomer, "password", Client.PASSWORD));
        var wanted = UUID.randomUUID() + "@example.org";
        learner.post("/account/email", Map.of("email", wanted, "password", Client.PASSWORD));
        Client.visitor().post("/password/forgotten", Map.of("email", learner.email()));
        author.post(
                "/courses/" + course + "/people/announcements",
                Map.of("title", "No lesson on Monday", "text", "Read on.", "group", ""));
        mailbox.settle();
        found.put("/sign-up/confirm/{token}", mailbox.link(newcomer, "Your account"));
        found.put("/account/email/{token}", mailbox.link(wanted, "Your new address"));
        found.put("/password/reset/{token}", mailbox.link(learner.email(), "password"));
        var wayOut = WAY_OUT.matcher(mailbox.mail(learner.email(), "No lesson").getText());
        assertTrue(wayOut.find());
        found.put("/unsubscribe/{token}", wayOut.group());
    }

    private static Response file(Client who, String path, String name, String text) {
        return who.request()
                .contentType("multipart/form-data")
                .multiPart("file", name, text.getBytes(UTF_8))
                .post(path);
    }

    private static Document page(Client who, String path) {
        var answer = who.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    private static String to(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("https?://[^/]+", "");
    }
}
