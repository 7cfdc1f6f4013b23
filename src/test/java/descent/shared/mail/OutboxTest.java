package descent.shared.mail;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {
    private static final String KIND = "test-news";

    @Inject Outbox outbox;

    private final String ada = "ada-" + UUID.randomUUID() + "@example.org";

    @ApplicationScoped
    static class TestNews implements LetterKind {
        @Override
        public String name() {
            return KIND;
        }

        @Override
        public Optional<Letter> letter(String recipient, About about) {
            return switch (about.get("what")) {
                case "nothing" -> Optional.empty();
                case "fault" -> throw new IllegalStateException("on purpose");
                case "broken transaction" -> {
                    QuarkusTransaction.setRollbackOnly();
                    throw new IllegalStateException("on purpose");
                }
                case String what -> Optional.of(new Letter("News", what + "\n"));
            };
        }

        @Override
        public Optional<String> topic() {
            return Optional.of("news of tests");
        }
    }

    @Test
    void mailThatWasNotAskedForCarriesALinkToUnsubscribe() {
        var mailbox = Mailbox.install();
        outbox.put(KIND, ada, Map.of("what", "Spring is here."));
        mailbox.settle();
        var mail = mailbox.mail(ada, "News");
        assertTrue(mail.getText().startsWith("Spring is here."));
        assertTrue(mail.getText().contains("No more news of tests: http"), mail.getText());
        assertEquals(
                "List-Unsubscribe=One-Click",
                mail.getHeaders().get("List-Unsubscribe-Post").getFirst());
        var link = mailbox.link(ada, "News");
        var reader = Client.visitor();
        reader.get(link).then().statusCode(200).body(containsString("No more news of tests?"));
        outbox.put(KIND, ada, Map.of("what", "still wanted"));
        mailbox.settle();
        mailbox.mail(ada, "News");
        assertEquals(2, mailbox.mails(ada, "News").size());
        reader.post(link, Map.of()).then().statusCode(200);
        outbox.put(KIND, ada, Map.of("what", "unwanted"));
        mailbox.settle();
        assertEquals(2, mailbox.mails(ada, "News").size());
        assertEquals(OutboxMail.State.DECLINED, newest().state);
    }

    @Test
    void unknownUnsubscribeLinkIsNotFound() {
        Client.visitor().get("/unsubscribe/x").then().statusCode(404);
        Client.visitor().post("/unsubscribe/x", Map.of()).then().statusCode(404);
    }

    @Test
    void withoutAMailServerNothingIsPutIn() {
        outbox.put(KIND, ada, Map.of("what", "unheard"));
        assertEquals(
                0L,
                QuarkusTransaction.requiringNew().call(() -> OutboxMail.count("recipient", ada)));
    }

    @Test
    void letterWithNothingToSayLeavesNoTrace() {
        var mailbox = Mailbox.install();
        outbox.put(KIND, ada, Map.of("what", "nothing"));
        mailbox.settle();
        assertEquals(
                0L,
                QuarkusTransaction.requiringNew().call(() -> OutboxMail.count("recipient", ada)));
    }

    @Test
    void mailThatFailsIsTriedAgainLaterAndLater() {
        var mailbox = Mailbox.install();
        var clock = MovableClock.install();
        outbox.put(KIND, ada, Map.of("what", "fault"));
        for (int tries = 1; tries < 8; tries++) {
            mailbox.settle();
            var mail = newest();
            assertEquals(OutboxMail.State.WAITING, mail.state);
            assertEquals(tries, mail.tries);
            clock.forward(Duration.between(clock.instant(), mail.dueAt).plusSeconds(1));
        }
        mailbox.settle();
        assertEquals(OutboxMail.State.FAILED, newest().state);
        outbox.again(newest().id);
        assertEquals(OutboxMail.State.WAITING, newest().state);
        outbox.forget(ada);
    }

    /**
     * A letter looks things up in the transaction that marks its mail: what fails there breaks it.
     */
    @Test
    void letterThatBreaksItsTransactionKeepsNoOtherFromBeingSent() {
        var mailbox = Mailbox.install();
        outbox.put(KIND, ada, Map.of("what", "broken transaction"));
        outbox.put(KIND, ada, Map.of("what", "behind it"));
        mailbox.settle();
        assertTrue(mailbox.mail(ada, "News").getText().startsWith("behind it"));
        OutboxMail broken =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                OutboxMail.<OutboxMail>find("recipient = ?1 order by id", ada)
                                        .firstResult());
        assertEquals(OutboxMail.State.WAITING, broken.state);
        assertEquals(1, broken.tries);
        outbox.forget(ada);
    }

    @Test
    void sentMailIsForgottenAfterThirtyDays() {
        var mailbox = Mailbox.install();
        var clock = MovableClock.install();
        outbox.put(KIND, ada, Map.of("what", "old news"));
        mailbox.settle();
        mailbox.mail(ada, "News");
        clock.forward(Duration.ofDays(31));
        mailbox.settle();
        assertEquals(
                0L,
                QuarkusTransaction.requiringNew().call(() -> OutboxMail.count("recipient", ada)));
    }

    @Test
    void waitGrowsThreefold() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var mail = new OutboxMail(ada, KIND, Map.of(), now);
        mail.failed(now);
        assertEquals(now.plus(Duration.ofMinutes(1)), mail.dueAt);
        mail.failed(now);
        assertEquals(now.plus(Duration.ofMinutes(3)), mail.dueAt);
        assertFalse(mail.state == OutboxMail.State.FAILED);
    }

    private OutboxMail newest() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        OutboxMail.<OutboxMail>find("recipient = ?1 order by id desc", ada)
                                .firstResult());
    }
}
