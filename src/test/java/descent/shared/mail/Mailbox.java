package descent.shared.mail;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.arc.Arc;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail server for a test, and a look into what it delivered. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** There is a mail server until the end of the test. */
    public static Mailbox install() {
        QuarkusMock.installMockForType(
                new MailServer(Optional.of("mail.example")), MailServer.class);
        return new Mailbox();
    }

    /** The only mail to somebody that says this in its subject; waits until it is sent. */
    public Mail mail(String to, String subject) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var mails = mails(to, subject);
            if (!mails.isEmpty()) {
                return mails.getLast();
            }
            pause();
        }
        return fail("no mail to " + to + " says \"" + subject + "\"");
    }

    /** The path of the first link in a mail. */
    public String link(String to, String subject) {
        var link = LINK.matcher(mail(to, subject).getText());
        assertTrue(link.find());
        return link.group(1);
    }

    /** Waits until all that lies in the outbox is sent. */
    public void settle() {
        Arc.container().instance(SendMails.class).get().run();
    }

    public List<Mail> mails(String to, String subject) {
        return Arc.container().instance(MockMailbox.class).get().getMailsSentTo(to).stream()
                .filter(mail -> mail.getSubject().contains(subject))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }
}
