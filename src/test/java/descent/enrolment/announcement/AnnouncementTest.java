package descent.enrolment.announcement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnnouncementTest {
    private static final Pattern UNSUBSCRIBE =
            Pattern.compile("https?://[^/\\s]+(/unsubscribe/\\S+)");

    @Inject TestCourses courses;
    @Inject TestPeople people;

    private String id;
    private String course;
    private Client author;

    @BeforeEach
    void aCourse() {
        id = courses.published(new Sample());
        course = "/courses/" + id;
        author = people.author(id);
    }

    private void announce(String title, String group) {
        author.post(
                        course + "/people/announcements",
                        Map.of(
                                "title",
                                title,
                                "text",
                                "First line.\r\n<b>Second</b>.",
                                "group",
                                group))
                .then()
                .statusCode(303);
    }

    @Test
    void whoTakesTheCourseReadsItOnItsPageAndNobodyElse() {
        var ada = Client.enrolled(id);
        announce("No lesson on Monday", "");
        ada.get(course)
                .then()
                .body(
                        containsString("No lesson on Monday"),
                        containsString("First line.\n&lt;b&gt;Second&lt;/b&gt;."));
        Client.visitor().get(course).then().body(not(containsString("Monday")));
        Client.learner().get(course).then().body(not(containsString("Monday")));
    }

    @Test
    void announcementForAGroupIsForThatGroup() {
        var ada = Client.enrolled(id);
        announce("For others", "Others");
        ada.get(course).then().body(not(containsString("For others")));
    }

    @Test
    void mailGoesToEachWhoTakesTheCourseWithAWayOut() {
        var ada = Client.enrolled(id);
        var bob = Client.enrolled(id);
        bob.post(course + "/leave", Map.of());
        var mailbox = Mailbox.install();
        announce("First", "");
        mailbox.settle();
        var text = mailbox.mail(ada.email(), "First").getText();
        assertTrue(text.contains("First line."), text);
        assertEquals(0, mailbox.mails(bob.email(), "").size());
        var link = UNSUBSCRIBE.matcher(text);
        assertTrue(link.find(), text);
        Client.visitor().post(link.group(1), Map.of()).then().statusCode(200);
        announce("Second", "");
        mailbox.settle();
        assertEquals(1, mailbox.mails(ada.email(), "").size());
    }

    @Test
    void titleIsOneLine() {
        var ada = Client.enrolled(id);
        var mailbox = Mailbox.install();
        announce("Hello\r\nBcc: everybody@example.org", "");
        mailbox.settle();
        var subject = mailbox.mail(ada.email(), "Hello").getSubject();
        assertTrue(subject.endsWith(": Hello Bcc: everybody@example.org"), subject);
    }

    @Test
    void withdrawnAnnouncementIsGone() {
        var ada = Client.enrolled(id);
        announce("A mistake", "");
        var form =
                Pattern.compile("action=\"([^\"]+/withdraw)\"")
                        .matcher(author.get(course + "/people/announcements").asString());
        assertTrue(form.find());
        author.post(form.group(1), Map.of()).then().statusCode(303);
        ada.get(course).then().body(not(containsString("A mistake")));
    }

    @Test
    void emptyAnnouncementIsNotPublishedAndNotLost() {
        author.post(course + "/people/announcements", Map.of("title", "", "text", "Some text"))
                .then()
                .statusCode(422)
                .body(containsString("Give a title"), containsString(">Some text</textarea>"));
    }
}
