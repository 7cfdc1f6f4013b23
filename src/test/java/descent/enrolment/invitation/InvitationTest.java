package descent.enrolment.invitation;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.course.Sample;
import descent.course.TestCourses;
import descent.shared.mail.Mailbox;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationTest {
    private static final Pattern LINK = Pattern.compile("/invitations/[A-Za-z0-9_-]{43}");
    private static final Pattern WITHDRAW = Pattern.compile("action=\"([^\"]+/withdraw)\"");

    @Inject TestCourses courses;
    @Inject TestPeople people;

    private String course;
    private Client author;

    @BeforeEach
    void aCourseByInvitation() {
        var id = courses.published(new Sample());
        course = "/courses/" + id;
        author = people.author(id);
        author.post(course + "/people/rule", Map.of("admission", "invitation"))
                .then()
                .statusCode(303);
    }

    private String invitations() {
        return course + "/people/invitations";
    }

    private Response invite(String list) {
        return author.request().multiPart("addresses", list).post(invitations() + "/addresses");
    }

    private static List<String> links(Response page) {
        return LINK.matcher(page.asString()).results().map(MatchResult::group).toList();
    }

    private boolean isIn(Client who) {
        return who.get(course + "/cards").statusCode() == 200;
    }

    private static int takeUp(Client who, String link) {
        return who.post(link, Map.of()).statusCode();
    }

    @Test
    void linkForAClassLetsInManyUntilItIsWithdrawn() {
        var made = author.post(invitations() + "/link", Map.of("group", "Group A"));
        var link = links(made).getFirst();
        var ada = Client.visitor();
        ada.get(link)
                .then()
                .statusCode(200)
                .body(containsString("Group A"), containsString("/sign-up?from=%2Finvitations"));
        ada.post(link, Map.of())
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
        var bob = Client.learner();
        var cy = Client.learner();
        bob.get(link).then().body(containsString("Take this course as Ada"));
        assertFalse(isIn(bob), "opening the link changes nothing");
        assertEquals(303, takeUp(bob, link));
        assertEquals(303, takeUp(cy, link));
        assertTrue(isIn(bob));
        author.get(course + "/people?group=Group+A").then().body(containsString("2 take"));
        author.get(invitations())
                .then()
                .body(containsString("2 times"), not(containsString("/invitations/" + link)));
        assertEquals(List.of(), links(author.get(invitations())), "links are shown once");
        var form = WITHDRAW.matcher(made.asString());
        assertTrue(form.find());
        author.post(form.group(1), Map.of()).then().statusCode(303);
        assertEquals(409, takeUp(Client.learner(), link));
    }

    @Test
    void eachAddressOfAListGetsALinkThatWorksOnce() {
        var answer = invite("E-mail,Group\nada@example.org,B\nbob@example.org\n");
        answer.then().statusCode(200).body(containsString("2 invited"));
        author.get(invitations() + "?q=BOB")
                .then()
                .body(containsString("bob@example.org"), not(containsString(">ada@example.org<")));
        author.get(invitations() + "?q=eve").then().body(containsString("None to such an address"));
        var links = links(answer);
        assertEquals(2, links.size());
        var ada = Client.learner();
        assertEquals(303, takeUp(ada, links.getFirst()));
        assertTrue(isIn(ada));
        assertEquals(409, takeUp(Client.learner(), links.getFirst()));
        invite("ada@example.org\ncy@example.org")
                .then()
                .body(containsString("1 invited, 1 had been invited before"));
    }

    @Test
    void csvFileIsAListToo() {
        var answer =
                author.request()
                        .multiPart("addresses", "")
                        .multiPart(
                                "file",
                                "class.csv",
                                "dora@example.org;C\r\n".getBytes(),
                                "text/csv")
                        .post(invitations() + "/addresses");
        answer.then().statusCode(200).body(containsString("dora@example.org"));
        assertEquals(1, links(answer).size());
    }

    @Test
    void listWithAMistakeInvitesNobodyAndComesBack() {
        invite("eve@example.org\nnobody")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("Line 2: &quot;nobody&quot;"),
                                containsString("eve@example.org\nnobody"),
                                containsString("Nobody is invited yet")));
        author.get(invitations()).then().body(not(containsString("eve@example.org")));
    }

    @Test
    void withAMailServerTheLinkIsInTheMailAlone() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        var answer = invite(ada.email());
        answer.then().statusCode(200).body(containsString("Mails are on their way"));
        assertEquals(List.of(), links(answer));
        mailbox.settle();
        var mail = mailbox.mail(ada.email(), "An invitation to");
        assertTrue(mail.getText().contains("/unsubscribe/"), mail.getText());
        var link = mailbox.link(ada.email(), "An invitation to");
        assertEquals(303, takeUp(ada, link));
        assertTrue(isIn(ada));
    }

    @Test
    void newerMailMakesTheOlderLinkWorthless() {
        var ada = Client.learner();
        var mailbox = Mailbox.install();
        invite(ada.email());
        mailbox.settle();
        var older = mailbox.link(ada.email(), "An invitation to");
        var again =
                WITHDRAW.matcher(author.get(invitations()).asString())
                        .results()
                        .map(found -> found.group(1).replace("withdraw", "again"))
                        .findFirst()
                        .orElseThrow();
        author.post(again, Map.of()).then().statusCode(303);
        mailbox.settle();
        assertEquals(409, takeUp(ada, older));
        assertEquals(303, takeUp(ada, mailbox.link(ada.email(), "An invitation to")));
    }

    @Test
    void invitationIsOverAfterSixtyDays() {
        var clock = MovableClock.install();
        var link = links(author.post(invitations() + "/link", Map.of())).getFirst();
        clock.forward(Duration.ofDays(61));
        assertEquals(409, Client.visitor().get(link).statusCode());
    }
}
